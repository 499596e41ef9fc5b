import { expect } from 'chai';
import fc from 'fast-check';
import { readPack } from '../../../src/rules/packFile.js';
import { Lines } from '../../../src/text/lines.js';

const good = `topic: model-weights
authorities:
  own-authority:
    citation: { en: "15 CFR 1", zh: "条例 1" }
    url: https://example.org/
    status: in-force
    checked: 2026-11-23
    confidence: official
rules:
  - id: model-weights/own
    level: critical
    terms: { en: ["model weight"], zh: ["模型权重"] }
    title: { en: "Weights", zh: "权重" }
    message: { en: "A message.", zh: "说明。" }
    advice: { en: "Advice.", zh: "建议。" }
    authorities: [own-authority]
    examples:
      hit: { en: ["model weights"], zh: ["模型权重"] }
      miss: { en: ["scales"], zh: ["秤"] }
`;

/** The problems of a pack as `line:column message` (1-based), in English. */
function problemsOf(source: string): string[] {
  const lines = new Lines(source);
  return readPack(source).problems.map(({ message, span }) => {
    const { line, column } = lines.positionAt(span.start);
    expect(span.end).to.be.greaterThan(span.start);
    expect(message.zh).to.not.equal('');
    return `${line + 1}:${column + 1} ${message.en}`;
  });
}

describe('Rule pack files', () => {
  it('are read when they are right, as YAML or JSON', () => {
    const { pack, problems } = readPack(good);
    expect(problems).to.deep.equal([]);
    expect(pack?.rules[0]?.terms.zh).to.deep.equal(['模型权重']);
    expect(readPack(JSON.stringify(pack)).pack).to.deep.equal(pack);
    expect(readPack(good.replace(/\n/gu, '\r\n')).pack).to.deep.equal(pack);
  });

  it('report a mistake of syntax at its place', () => {
    const [problem] = problemsOf('topic: x\nrules:\n  - id: "x/y\n');
    expect(problem).to.match(/^[34]:\d+ YAML: /u);
    expect(readPack('topic: x\nrules: [').pack).to.equal(undefined);
  });

  it('report a value that is not allowed, with what is', () => {
    const problems = problemsOf(good.replace('level: critical', 'level: fatal'));
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/^11:12 rules\.0\.level: .*"critical"/u);
  });

  it('report an unknown key at the key, and a missing one at what should have it', () => {
    const line = (problems: readonly string[]): string[] => problems.map((one) => one.split(':')[0] ?? '');
    expect(line(problemsOf(good.replace('    level: critical\n', '    level: critical\n    colour: red\n')))).to.deep.equal(['12']);
    expect(line(problemsOf(good.replace('    advice: { en: "Advice.", zh: "建议。" }\n', '')))).to.deep.equal(['10']);
  });

  it('report every bad term at the term', () => {
    const problems = problemsOf(good.replace('["model weight"]', '["model weight", "(open", "<x>"]'));
    expect(problems).to.have.length(2);
    expect(problems[0]).to.match(/^12:35 Term "\(open": /u);
    expect(problems[1]).to.match(/^12:44 Term "<x>": /u);
  });

  it('take a number alone for a term only where words must stand near it', () => {
    const number = good.replace('["model weight"]', '["<percent>"]');
    expect(problemsOf(number)).to.have.length(1);
    expect(problemsOf(number)[0]).to.match(/^12:\d+ Term "<percent>": .*"near"/u);
    const near = number.replace('    title:', '    near: [{ words: ["stake"] }]\n    title:');
    expect(problemsOf(near)).to.deep.equal([]);
    expect(problemsOf(near.replace('"<percent>"', '"<china>"'))).to.deep.equal([]);
    expect(problemsOf(good.replace('["model weight"]', '["<china>"]'))).to.have.length(1);
  });

  it('report in Chinese, too', () => {
    const { problems } = readPack(good.replace('level: critical', 'level: fatal'));
    expect(problems[0]?.message.zh).to.match(/\p{Script=Han}/u);
  });

  it('refuse aliases that blow up', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index] ?? ''},`.repeat(9)}]`)
      .join('\n')}\n`;
    const started = Date.now();
    expect(readPack(bomb).problems).to.not.have.length(0);
    expect(Date.now() - started).to.be.below(5_000);
  });

  it('never throw, whatever the text, and every problem lies in it', () => {
    const pieces = fc.constantFrom(...good.split(/(?<=[\s:"\-[\]{},])/u), '&a', '*a', '!!x', '%', '\t', '? ', '|', '>', '"', "'");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { pack, problems } = readPack(text);
        expect(pack !== undefined || problems.length > 0).to.equal(true);
        for (const { span } of problems) expect(span.start).to.be.within(0, text.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
