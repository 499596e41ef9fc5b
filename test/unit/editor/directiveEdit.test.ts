import { expect } from 'chai';
import fc from 'fast-check';
import {
  directiveInsertion,
  directiveRemoval,
  reasonFault,
  reasonInsertion,
  type DirectiveScope,
  type Reader,
} from '../../../src/editor/directiveEdit.js';
import type { MemoFormat } from '../../../src/memo/memo.js';
import { readMemo } from '../../../src/memo/read.js';
import type { Finding } from '../../../src/review/finding.js';
import { review } from '../../../src/review/review.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';
import { knowledge } from './fixtures.js';

const ruleset = compileRuleset(knowledge);

function readerOf(format: MemoFormat): Reader {
  return {
    read: (text) => {
      const reading = readMemo(text, format);
      return 'memo' in reading ? reading.memo : undefined;
    },
    review: (text) => review(text, format, ruleset),
  };
}

/** Suppresses the finding whose term stands at the mark `¶` (which is taken out); gives the text afterwards. */
function suppress(
  marked: string,
  scope: DirectiveScope = 'block',
  format: MemoFormat = 'markdown',
): { readonly text: string; readonly findings: readonly Finding[] } | undefined {
  const at = marked.indexOf('¶');
  const text = marked.replace('¶', '');
  const reader = readerOf(format);
  const finding = reader.review(text).findings.find(({ span }) => span.start === at);
  if (finding === undefined) throw new Error(`There is no finding at ${at} of ${JSON.stringify(text)}.`);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const insertion = directiveInsertion({ text, format, eol, finding, scope, reason: ' licence\n on file ' }, reader);
  if (insertion === undefined) return undefined;
  const after = text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
  return { text: after, findings: reader.review(after).findings };
}

const directive = '<!-- deal-lens-disable-next-block chips/accelerator -- licence on file -->';

describe('suppressing a finding in its block', () => {
  it('writes the line before a paragraph', () => {
    expect(suppress('Before.\n\nAn ¶H100 card.\n')?.text).to.equal(`Before.\n\n${directive}\nAn H100 card.\n`);
    expect(suppress('¶H100\n')?.text).to.equal(`${directive}\nH100\n`);
    expect(suppress('Two\nlines with ¶H100 in\nthe second.')?.text).to.equal(
      `${directive}\nTwo\nlines with H100 in\nthe second.`,
    );
  });

  it('keeps the line ends of the document', () => {
    expect(suppress('Before.\r\n\r\nAn ¶H100 card.\r\n')?.text).to.equal(
      `Before.\r\n\r\n${directive}\r\nAn H100 card.\r\n`,
    );
  });

  it('writes before a heading and inside a quote', () => {
    expect(suppress('## The ¶H100\n\nText.\n')?.text).to.equal(`${directive}\n## The H100\n\nText.\n`);
    expect(suppress('> Said: ¶H100.\n')?.text).to.match(/^> ?<!-- .* -->\n> Said: H100\.\n$/u);
  });

  it('writes before a whole table, which has no room for a line of its own', () => {
    const after = suppress('Text.\n\n| a | b |\n|---|---|\n| x | ¶H100 |\n');
    expect(after?.text).to.equal(`Text.\n\n${directive}\n| a | b |\n|---|---|\n| x | H100 |\n`);
  });

  it('writes one line in plain text', () => {
    expect(suppress('Before.\n\nAn ¶H100 card.\n', 'block', 'plaintext')?.text).to.equal(
      'Before.\n\ndeal-lens-disable-next-block chips/accelerator -- licence on file\nAn H100 card.\n',
    );
  });

  it('suppresses the finding and no other block, wherever it stands', () => {
    const blocks = [
      'H100 and H100.',
      '# H100',
      'H100\n====',
      '- H100\n- x',
      '- x\n- H100',
      '- x\n\n- H100\n\n- y',
      '1. a\n2. b\n   H100\n3. c',
      '- a\n  - b\n    - H100',
      '- [ ] H100',
      '> H100',
      '> > x\n> > H100',
      '> - H100\n> - x',
      '- > H100',
      '| H100 | a |\n|---|---|\n| b | c |',
      '| a | b |\n|---|---|\n| c | H100 |',
      '> | a |\n> |---|\n> | H100 |',
      '**H100**',
      '[H100](https://x.test)',
      'x[^1]\n\n[^1]: H100',
      '\tno code\n\nH100',
      'text\n  H100',
      '***\nH100',
    ];
    const around = fc.constantFrom(
      '',
      'A model weight.\n\n',
      '- a model weight\n\n',
      '<!-- a comment -->\n\n',
      '---\na: b\n---\n\n',
    );
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...blocks),
        fc.constantFrom('', '\n', '\n\nMore of a model weight and H100.\n', '\n\n# Next\n\n- H100\n'),
        fc.boolean(),
        (before, block, after, windows) => {
          let text = before + block + after;
          if (windows) text = text.replaceAll('\n', '\r\n');
          const reader = readerOf('markdown');
          const old = reader.review(text).findings;
          const finding = old.find(({ rule, span }) => rule === 'chips/accelerator' && span.start >= before.length);
          if (finding === undefined) throw new Error(`There is no finding in ${JSON.stringify(text)}.`);
          const marked = `${text.slice(0, finding.span.start)}¶${text.slice(finding.span.start)}`;
          const result = suppress(marked);
          expect(result, JSON.stringify(text)).to.not.equal(undefined);
          if (result === undefined) return;
          const shift = result.text.length - text.length;
          expect(result.findings.length, JSON.stringify(result.text)).to.equal(old.length);
          const same = result.findings.find(({ span }) => span.start === finding.span.start + shift);
          expect(same?.suppressed?.reason, JSON.stringify(result.text)).to.equal('licence on file');
          expect(result.findings.filter(({ rule }) => rule.startsWith('suppression/'))).to.deep.equal([]);
          // Nothing of the other rule, and nothing in a later block, is set aside.
          for (const { rule, suppressed, span } of result.findings) {
            if (suppressed === undefined) continue;
            expect(rule).to.equal('chips/accelerator');
            expect(span.start).to.be.lessThan(result.text.length - after.length + 1);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('suppressing a finding in the whole document', () => {
  const inFile = directive.replace('next-block', 'file');

  it('writes at the top', () => {
    expect(suppress('# Memo\n\n¶H100\n', 'file')?.text).to.equal(`${inFile}\n\n# Memo\n\nH100\n`);
  });

  it('writes after the front matter, even where nothing follows its last line', () => {
    expect(suppress('---\na: b\n---\n\n¶H100\n', 'file')?.text).to.equal(`---\na: b\n---\n${inFile}\n\n\nH100\n`);
  });

  it('suppresses every finding of the rule, and only those', () => {
    const after = suppress('¶H100, a model weight.\n\n- H100\n', 'file');
    expect(after?.findings.map(({ rule, suppressed }) => [rule, suppressed !== undefined])).to.deep.equal([
      ['chips/accelerator', true],
      ['weights/weight', false],
      ['chips/accelerator', true],
    ]);
  });

  it('serves in plain text', () => {
    const after = suppress('Memo\n\nAn ¶H100 card.\n', 'file', 'plaintext');
    expect(after?.text).to.match(/^deal-lens-disable-file chips\/accelerator -- licence on file\n\nMemo\n/u);
    expect(after?.findings.every(({ suppressed }) => suppressed !== undefined)).to.equal(true);
  });
});

describe('taking a suppression out', () => {
  function without(text: string): string {
    const start = text.indexOf('<!--');
    const { start: from, end: to } = directiveRemoval(text, { start, end: text.indexOf('-->') + 3 });
    return text.slice(0, from) + text.slice(to);
  }

  it('takes its line with it where it stands alone', () => {
    expect(without('a\n\n<!-- x -->\nb\n')).to.equal('a\n\nb\n');
    expect(without('a\r\n<!-- x -->\r\nb')).to.equal('a\r\nb');
    expect(without('<!-- x -->')).to.equal('');
    expect(without('> <!-- x -->\n> b')).to.equal('> b');
  });

  it('leaves the rest of a line that holds more', () => {
    expect(without('- <!-- x -->\n  b')).to.equal('- \n  b');
    expect(without('a <!-- x --> b')).to.equal('a  b');
  });

  it('undoes what suppressing did', () => {
    for (const marked of ['Before.\n\nAn ¶H100 card.\n', '> ¶H100\n', 'x\r\n\r\n¶H100\r\n']) {
      const text = suppress(marked)?.text ?? '';
      expect(without(text)).to.equal(marked.replace('¶', ''));
    }
  });
});

describe('the reason of a suppression', () => {
  it('is written where it belongs, and then nothing is missing', () => {
    const cases: readonly [MemoFormat, string, string][] = [
      ['markdown', '<!-- deal-lens-disable-file chips -->', '<!-- deal-lens-disable-file chips -- all sold -->'],
      ['markdown', '<!--deal-lens-disable-file chips-->', '<!--deal-lens-disable-file chips -- all sold-->'],
      ['markdown', '<!-- deal-lens-disable-file chips -- -->', '<!-- deal-lens-disable-file chips -- all sold -->'],
      ['markdown', '<!--\ndeal-lens-disable-file chips\n-->', '<!--\ndeal-lens-disable-file chips -- all sold\n-->'],
      ['plaintext', 'deal-lens-disable-file chips', 'deal-lens-disable-file chips -- all sold'],
      ['plaintext', 'deal-lens-disable-file chips --', 'deal-lens-disable-file chips -- all sold'],
    ];
    for (const [format, before, after] of cases) {
      const text = `Words.\n\n${before}\n\nH100\n`;
      const run = (memo: string) => readerOf(format).review(memo);
      const missing = run(text).findings.find(({ rule }) => rule === 'suppression/missing-reason');
      if (missing === undefined) throw new Error(`No reason is missing in ${before}`);
      const { offset, text: inserted } = reasonInsertion(text, missing.span, format, ' all\nsold ');
      const changed = text.slice(0, offset) + inserted + text.slice(offset);
      expect(changed, before).to.equal(`Words.\n\n${after}\n\nH100\n`);
      expect(
        run(changed).findings.map(({ suppressed }) => suppressed?.reason),
        before,
      ).to.deep.equal(['all sold']);
    }
  });

  it('must be there and must not end the comment', () => {
    expect(reasonFault('')).to.equal('empty');
    expect(reasonFault(' \n\t')).to.equal('empty');
    expect(reasonFault('see --> there')).to.equal('ends-comment');
    expect(reasonFault('see --!> there')).to.equal('ends-comment');
    expect(reasonFault('seen -- by counsel')).to.equal(undefined);
    expect(reasonFault('已取得许可')).to.equal(undefined);
  });
});
