import { expect } from 'chai';
import { review, type ReviewOptions } from '../../../src/review/review.js';
import type { MemoFormat } from '../../../src/memo/memo.js';
import type { Knowledge } from '../../../src/rules/knowledge.js';
import type { Rule } from '../../../src/rules/pack.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';

function rule(id: string, level: Rule['level'], terms: readonly string[], more: Partial<Rule> = {}): Rule {
  return {
    id,
    level,
    terms: { en: [...terms] },
    title: { en: id, zh: id },
    message: { en: 'A message.', zh: '说明。' },
    advice: { en: 'Advice.', zh: '建议。' },
    authorities: ['a'],
    examples: { hit: {}, miss: {} },
    ...more,
  };
}

const knowledge: Knowledge = {
  edition: 'test',
  reportTitle: { en: 'Report', zh: '报告' },
  regimes: [{ id: 'controls', label: { en: 'Controls', zh: '管制' } }],
  topics: [
    { id: 'chips', regime: 'controls', label: { en: 'Chips', zh: '芯片' }, section: '3.2' },
    { id: 'weights', regime: 'controls', label: { en: 'Weights', zh: '权重' }, section: '3.2' },
  ],
  sections: [],
  authorities: {},
  packs: [
    {
      topic: 'chips',
      rules: [
        rule('chips/gpu', 'critical', ['H100', 'data cent(re|er) GPU'], {
          unless: [{ words: ['highway', 'room'], before: 2 }],
          section: '5.1',
        }),
        rule('chips/export', 'caution', ['export of H100']),
        rule('chips/grant', 'caution', ['applied ...3 grant']),
        rule('chips/claim', 'caution', ['H100 is not controlled'], { negatable: false }),
        rule('chips/repeal', 'caution', ['quota rule ...4 (repealed|dropped)'], {
          negatable: false,
          near: [{ words: ['quota', 'chip'] }],
          unless: [{ words: ['not', 'never'] }],
        }),
      ],
    },
    {
      topic: 'weights',
      rules: [
        rule('weights/weights', 'critical', ['weight', '权重'], {
          near: [{ words: ['model', 'checkpoint', '模型'] }],
          except: ['权重股'],
        }),
        rule('weights/same-a', 'caution', ['parameter file']),
        rule('weights/same-b', 'critical', ['parameter file']),
      ],
    },
  ],
};
const ruleset = compileRuleset(knowledge);

function look(text: string, format: MemoFormat = 'markdown', options: ReviewOptions = {}): string[] {
  return review(text, format, ruleset, options).findings.map((finding) => {
    expect(text.slice(finding.span.start, finding.span.end)).to.equal(finding.text);
    const state = finding.negated ? ' negated' : finding.suppressed !== undefined ? ' suppressed' : '';
    return `${finding.rule} ${finding.level}${state} ${finding.text}`;
  });
}

describe('Review', () => {
  it('finds terms however Markdown marks them', () => {
    expect(look('**H**100, `H100` and\n> data\n> center GPUs\n\n| H100 |\n|---|\n| [H100](x) |')).to.deep.equal([
      'chips/gpu critical **H**100'.replace('**H**100', 'H**100'),
      'chips/gpu critical H100',
      'chips/gpu critical data\n> center GPUs',
      'chips/gpu note H100',
      'chips/gpu critical H100',
    ]);
  });

  it('lets a word in a gap of the term forbid it, but not keep it company', () => {
    expect(look('For this chip the quota rule has been repealed.')).to.deep.equal([
      'chips/repeal caution quota rule has been repealed',
    ]);
    expect(look('For this chip the quota rule has not been repealed.')).to.deep.equal([]);
    expect(look('The quota rule was dropped.')).to.deep.equal([]);
  });

  it('takes the longest of overlapping matches, and of equal ones the graver rule', () => {
    expect(look('The export of H100 to Riga.')).to.deep.equal(['chips/export caution export of H100']);
    expect(look('The parameter file.')).to.deep.equal(['weights/same-b critical parameter file']);
  });

  it('asks for words nearby and minds those that forbid', () => {
    expect(look('The model and its weights. Weights in the gym.')).to.deep.equal(['weights/weights critical weights']);
    expect(look('Take highway H100 to room H100, then buy an H100.')).to.deep.equal(['chips/gpu critical H100']);
    expect(look('模型权重，模型：权重股上涨。', 'plaintext')).to.deep.equal(['weights/weights critical 权重']);
  });

  it('lowers what the memo denies, keeps it, and says which words did it', () => {
    const text = 'No H100 is used here. It has H100.';
    const [denied, said] = review(text, 'plaintext', ruleset).findings;
    expect(denied).to.include({ level: 'mention', negated: true });
    expect(text.slice(denied?.lowered?.by.start, denied?.lowered?.by.end)).to.equal('No');
    expect(said).to.include({ level: 'critical', negated: false });
  });

  it('lowers a term that is denied in its gap', () => {
    expect(look('They applied for no state grant. They applied for a state grant.')).to.deep.equal([
      'chips/grant mention negated applied for no state grant',
      'chips/grant caution applied for a state grant',
    ]);
  });

  it('does not lower what is a wrong claim in itself', () => {
    expect(look('The H100 is not controlled.')).to.deep.equal(['chips/claim caution H100 is not controlled']);
  });

  it('makes headings and header cells no graver than a note', () => {
    expect(look('# H100\n\nH100')).to.deep.equal(['chips/gpu note H100', 'chips/gpu critical H100']);
    expect(look('1.1 H100\n\nH100 here.', 'plaintext')).to.deep.equal([
      'chips/gpu note H100',
      'chips/gpu critical H100',
    ]);
  });

  it('follows levels set for a rule, then for its topic; off drops', () => {
    const text = 'An H100 and an export of H100.';
    expect(look(text, 'plaintext', { levels: { chips: 'note', 'chips/gpu': 'caution' } })).to.deep.equal([
      'chips/gpu caution H100',
      'chips/export note export of H100',
    ]);
    expect(look(text, 'plaintext', { levels: { chips: 'off' } })).to.deep.equal([]);
    expect(look('# H100', 'markdown', { levels: { chips: 'critical' } })).to.deep.equal(['chips/gpu critical H100']);
    expect(look('No H100.', 'markdown', { levels: { chips: 'critical' } })).to.deep.equal([
      'chips/gpu mention negated H100',
    ]);
  });

  it('leads to the section of the rule, or of its topic', () => {
    const sections = review('H100, model weight', 'plaintext', ruleset).findings.map((finding) => finding.section);
    expect(sections).to.deep.equal(['5.1', '3.2']);
  });

  it('refuses what passes a limit, and then has no findings', () => {
    const made = review('H100 '.repeat(10), 'plaintext', ruleset, { limits: { maxLength: 20, maxNesting: 100 } });
    expect(made.findings).to.deep.equal([]);
    expect(made.refusal).to.include({ reason: 'too-large', limit: 20, actual: 50 });
  });

  it('is plain data', () => {
    const made = review('---\na: 1\n---\n\n# H100\n\nNo H100.', 'markdown', ruleset);
    expect(JSON.parse(JSON.stringify(made))).to.deep.equal(made);
  });

  it('gives the same findings with any line ending, a byte order mark, and front matter, shifted', () => {
    const text = '# One\n\nH100 and\nexport of\nH100.\n\n- model\n  weights\n';
    const plain = look(text).map((one) => one.replace(/\s+/gu, ' '));
    for (const other of [
      text.replace(/\n/gu, '\r\n'),
      text.replace(/\n/gu, '\r'),
      `\uFEFF${text}`,
      `---\na: H100\n---\n${text}`,
    ]) {
      expect(look(other).map((one) => one.replace(/\s+/gu, ' '))).to.deep.equal(plain);
    }
  });
});

describe('Suppressions', () => {
  it('set aside a rule or a topic in the next block, with the reason', () => {
    const text = '<!-- deal-lens-disable-next-block chips -- test box -->\n\n- H100\n- H100\n\nH100';
    const made = review(text, 'markdown', ruleset).findings;
    expect(made.map((finding) => finding.suppressed?.reason)).to.deep.equal(['test box', 'test box', undefined]);
    expect(made.map((finding) => finding.level)).to.deep.equal(['mention', 'mention', 'critical']);
  });

  it('set aside in the whole file', () => {
    expect(look('H100\n\n<!-- deal-lens-disable-file chips/gpu -- known -->\n')).to.deep.equal([
      'chips/gpu mention suppressed H100',
    ]);
  });

  it('stand on lines of their own in plain text', () => {
    expect(look('deal-lens-disable-next-block chips/gpu -- known\nH100 here.\n\nH100', 'plaintext')).to.deep.equal([
      'chips/gpu mention suppressed H100',
      'chips/gpu critical H100',
    ]);
  });

  it('are read from comments only: a memo that explains them suppresses nothing', () => {
    expect(look('Write `<!-- deal-lens-disable-file chips/gpu -- x -->` at the top.\n\nH100')).to.deep.equal([
      'chips/gpu critical H100',
    ]);
    expect(look('```\n<!-- deal-lens-disable-file chips/gpu -- x -->\n```\n\nH100')).to.deep.equal([
      'chips/gpu critical H100',
    ]);
  });

  it('are findings themselves without a reason, without effect, or with unknown targets', () => {
    const rules = (text: string): string[] =>
      review(text, 'markdown', ruleset).findings.flatMap(({ rule: id }) => (id.startsWith('suppression/') ? [id] : []));
    expect(rules('<!-- deal-lens-disable-next-block chips -->\n\nH100')).to.deep.equal(['suppression/missing-reason']);
    expect(rules('<!-- deal-lens-disable-next-block chips -- why -->\n\nNothing.')).to.deep.equal([
      'suppression/unused',
    ]);
    expect(rules('<!-- deal-lens-disable-next-block chip -- why -->\n\nH100')).to.deep.equal(['suppression/unknown']);
    expect(rules('<!-- deal-lens-disable-next-block -- why -->\n\nH100')).to.deep.equal(['suppression/unknown']);
    expect(rules('<!-- deal-lens-disable-next-block chips -- why -->\n\nH100')).to.deep.equal([]);
    expect(rules('<!-- a comment of somebody -->\n\nH100')).to.deep.equal([]);
  });

  it('at the end of a memo cover nothing', () => {
    expect(look('H100\n\n<!-- deal-lens-disable-next-block chips -- why -->')).to.deep.equal([
      'chips/gpu critical H100',
      'suppression/unused note <!-- deal-lens-disable-next-block chips -- why -->',
    ]);
  });
});
