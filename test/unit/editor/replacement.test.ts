import { expect } from 'chai';
import { replacementOf } from '../../../src/editor/replacement.js';
import { findingOf } from './fixtures.js';

const rule = { en: 'the rule of 2026', zh: '2026 年规则' };

/** The memo with the term in braces replaced. */
function replaced(marked: string, replacement = rule): string {
  const start = marked.indexOf('{');
  const text = marked.replace(/[{}]/gu, '');
  const end = marked.indexOf('}') - 1;
  const finding = findingOf({ span: { start, end }, text: text.slice(start, end) });
  const put = replacementOf(text, finding, replacement);
  return text.slice(0, put.span.start) + put.text + text.slice(put.span.end);
}

describe('the wording for a stale reference', () => {
  it('is in the language of the line', () => {
    expect(replaced('按 {AI Diffusion Rule} 办理')).to.equal('按 2026 年规则 办理');
    expect(replaced('中文\nunder {AI Diffusion Rule} we file\n中文')).to.equal(
      '中文\nunder the rule of 2026 we file\n中文',
    );
  });

  it('does not double the marks of a title', () => {
    const title = { en: 'x', zh: '《新规》（2026）' };
    expect(replaced('依《{旧规}》办理', title)).to.equal('依《新规》（2026）办理');
    expect(replaced('依{旧规}办理', title)).to.equal('依《新规》（2026）办理');
  });

  it('has a capital where a sentence began with one', () => {
    for (const [memo, result] of [
      ['{Old rule} applies.', 'The rule of 2026 applies.'],
      ['Yes. {Old rule} applies.', 'Yes. The rule of 2026 applies.'],
      ['Yes.\r\n{Old rule} applies.', 'Yes.\r\nThe rule of 2026 applies.'],
      ['a\n\n{Old rule} applies.', 'a\n\nThe rule of 2026 applies.'],
      ['- **{Old rule}** applies.', '- **The rule of 2026** applies.'],
      ['| {Old rule} | x |', '| The rule of 2026 | x |'],
      ['3. {Old rule}', '3. The rule of 2026'],
      ['under {Old Rule}', 'under the rule of 2026'],
      ['under\n{Old Rule}', 'under\nthe rule of 2026'],
      ['Yes. {old rule} applies', 'Yes. the rule of 2026 applies'],
    ] as const)
      expect(replaced(memo)).to.equal(result);
  });
});
