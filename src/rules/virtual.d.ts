/** The content of the data folder `rules/`, compiled in at build time (scripts/lib/knowledge.mjs). */
declare module 'deal-lens:knowledge' {
  const knowledge: import('./knowledge.js').Knowledge;
  export default knowledge;
}
