declare module 'opencc-js/dict/TSCharacters' {
  /** Entries parted by `|`: a traditional character, a space, its simplified forms. */
  const characters: string;
  export default characters;
}
