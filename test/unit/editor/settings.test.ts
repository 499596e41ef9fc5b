import { expect } from 'chai';
import { describeSettingProblem } from '../../../src/editor/settingText.js';
import { defaultSettings, readSettings, type KnownIds, type SettingValues } from '../../../src/editor/settingValues.js';
import { chinese, english } from './fixtures.js';

const known: KnownIds = { hasTopic: (id) => id === 'chips', hasRule: (id) => id === 'chips/accelerator' };

function read(raw: Readonly<Record<string, unknown>>, previous: SettingValues = defaultSettings) {
  return readSettings((name) => raw[name], previous, known);
}

describe('reading settings', () => {
  it('takes the defaults where nothing is set', () => {
    expect(read({})).to.deep.equal({ values: defaultSettings, problems: [] });
  });

  it('takes what is set', () => {
    const raw = {
      enabled: false,
      levels: { chips: 'note', 'chips/accelerator': 'off' },
      severities: { critical: 'warning' },
      packs: { chips: false },
      language: 'zh-cn',
      maxFindings: 10,
      maxLength: 1000,
    };
    const { values, problems } = read(raw);
    expect(problems).to.deep.equal([]);
    expect(values).to.deep.equal({ ...raw, severities: { ...defaultSettings.severities, critical: 'warning' } });
  });

  it('keeps the previous value where one cannot be used, and says so', () => {
    const previous = { ...defaultSettings, enabled: false, maxFindings: 7, language: 'en' as const };
    const { values, problems } = read({ enabled: 'yes', maxFindings: 0, language: 'de', maxLength: 1.5 }, previous);
    expect(values).to.deep.equal(previous);
    expect(problems.map(({ setting, wrong, found }) => [setting, wrong, found])).to.deep.equal([
      ['enabled', 'value', '"yes"'],
      ['language', 'value', '"de"'],
      ['maxFindings', 'value', '0'],
      ['maxLength', 'value', '1.5'],
    ]);
  });

  it('keeps the good entries of an object beside a bad one', () => {
    const previous = { ...defaultSettings, levels: { 'chips/accelerator': 'caution' as const } };
    const { values, problems } = read(
      { levels: { chips: 'note', 'chips/accelerator': 'loud', nonsense: 'note' }, packs: { chips: 'no' } },
      previous,
    );
    expect(values.levels).to.deep.equal({ chips: 'note', 'chips/accelerator': 'caution' });
    expect(values.packs).to.deep.equal({});
    expect(problems.map(({ setting, wrong, entry }) => [setting, wrong, entry])).to.deep.equal([
      ['levels', 'entry', 'chips/accelerator'],
      ['levels', 'name', 'nonsense'],
      ['packs', 'entry', 'chips'],
    ]);
  });

  it('refuses what is no object, and rules where a topic is wanted', () => {
    const { values, problems } = read({ levels: ['chips'], severities: 'error', packs: { 'chips/accelerator': true } });
    expect(values).to.deep.equal(defaultSettings);
    expect(problems.map(({ setting, wrong }) => [setting, wrong])).to.deep.equal([
      ['levels', 'value'],
      ['severities', 'value'],
      ['packs', 'name'],
    ]);
  });

  it('is not misled by names that every object has', () => {
    const { values, problems } = read({
      levels: { constructor: 'note', toString: 'off' },
      severities: { valueOf: 'error' },
    });
    expect(values.levels).to.deep.equal({});
    expect(problems).to.have.length(3);
  });
});

describe('the words for a broken setting', () => {
  it('name the setting, what it holds, what it may hold and what is in force', () => {
    const { problems } = read({
      maxFindings: 'many',
      levels: { chips: 'loud', nonsense: 'note' },
      packs: 3,
      language: 'de',
    });
    const said = problems.map((problem) => describeSettingProblem(problem, english));
    expect(said).to.include(
      'The setting dealLens.maxFindings holds "many", which cannot be used. Accepted is a whole number from 1 to 10000. The previous value stays in force.',
    );
    expect(said.some((sentence) => sentence.includes('dealLens.levels holds "loud" for “chips”'))).to.equal(true);
    expect(said.some((sentence) => sentence.includes('names “nonsense”, which is unknown'))).to.equal(true);
    expect(said.some((sentence) => sentence.includes('Accepted is an object'))).to.equal(true);
    expect(said.some((sentence) => sentence.includes('Accepted are: auto, en, zh-cn.'))).to.equal(true);
    for (const problem of problems) {
      expect(describeSettingProblem(problem, chinese)).to.match(/^设置 dealLens\.\w+ .*[。]$/u);
    }
  });

  it('cut a value that is too long to read', () => {
    const [problem] = read({ language: 'x'.repeat(500) }).problems;
    expect(problem?.found.length).to.equal(60);
  });
});
