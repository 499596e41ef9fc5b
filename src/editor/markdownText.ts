/** Text as Markdown that shows it as it is: no markup, no link, no HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[\\`*_{}[\]()#+!|<>&~$-]/gu, '\\$&')
      // What GitHub's Markdown would make a link of, and what begins an ordered list.
      .replace(/:(?=\/\/)|@|(?<=www)\.|(?<=^\d+)\.(?=\s|$)/giu, '\\$&')
      .replace(/^=/u, '\\=')
  );
}

/** An address that ends where Markdown thinks it ends. */
export function linkTarget(url: string): string {
  return url.replace(
    /[()<>\s\\]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

/** A Markdown link that shows `label` as it is. */
export function link(label: string, url: string): string {
  return `[${escapeMarkdown(label)}](${linkTarget(url)})`;
}
