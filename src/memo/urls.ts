/** Bare URLs and e-mail addresses in visible text. Linear: no repetition within a repetition. */
const pattern =
  /(?:https?|ftp):\/\/[^\s<>"'`\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\p{Script=Han}]+|www\.[a-z0-9-]{1,63}\.[^\s<>"'`\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\p{Script=Han}]+|(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/giu;

/** The URLs and e-mail addresses of a text: offsets in it, in order. */
export function findUrls(text: string): { start: number; end: number }[] {
  if (!/[@/.]/u.test(text) || !/:\/\/|www\.|@/iu.test(text)) return [];
  return [...text.matchAll(pattern)].map((match) => {
    const trailing = /[.,;:!?)\]}]*$/u.exec(match[0])?.[0].length ?? 0;
    return { start: match.index, end: match.index + match[0].length - trailing };
  });
}
