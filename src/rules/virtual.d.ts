/** The content of the data folder `rules/`, compiled in at build time (scripts/lib/knowledge.mjs). */
declare module 'deal-lens:knowledge' {
  // An ambient module may not import by a relative name.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const knowledge: import('./knowledge.js').Knowledge;
  export default knowledge;
}
