import characters from 'opencc-js/dict/TSCharacters';

/** Traditional Chinese characters of one UTF-16 unit with the simplified ones they are written as; of several, the most common. */
let simplified: ReadonlyMap<string, string> | undefined;

/** A traditional Chinese character as it is simplified (OpenCC's table); any other character as it is. */
export function simplify(character: string): string {
  simplified ??= new Map(
    characters.split('|').flatMap((entry) => {
      const [from = '', to = ''] = entry.split(' ');
      return from.length === 1 && to.length === 1 ? [[from, to] as const] : [];
    }),
  );
  return simplified.get(character) ?? character;
}
