import { expect } from 'chai';
import { builtinKnowledge } from '../../../src/rules/builtin.js';
import { readPack } from '../../../src/rules/packFile.js';
import { findBrokenReferences } from '../../../src/rules/packReferences.js';
import { Lines } from '../../../src/text/lines.js';

const source = `topic: house-rules
authorities:
  own:
    citation: { en: "House rule 1", zh: "内部规则 1" }
    url: https://example.org/
    status: in-force
    checked: 2026-11-23
    confidence: official
rules:
  - id: house-rules/codename
    level: note
    terms: { en: ["project harbour"] }
    title: { en: "Code name", zh: "代号" }
    message: { en: "A message.", zh: "说明。" }
    advice: { en: "Advice.", zh: "建议。" }
    thresholds:
      - { measure: percent, comparison: ">", at: 10, meaning: { en: "line", zh: "界线" }, authority: own }
    section: "3.2"
    authorities: [own]
    examples: { hit: { en: ["project harbour"] }, miss: { en: ["a harbour"] } }
`;

/** The broken references of a pack as `line:column message` (1-based), in English. */
function brokenIn(text: string): string[] {
  const { pack, problems } = readPack(text);
  if (pack === undefined) throw new Error(`The pack is not well formed: ${problems[0]?.message.en ?? ''}`);
  const lines = new Lines(text);
  return findBrokenReferences(text, pack, builtinKnowledge()).map(({ message, span }) => {
    const { line, column } = lines.positionAt(span.start);
    return `${line + 1}:${column + 1} ${message.en}`;
  });
}

describe('references of a pack', () => {
  it('are whole in a good pack, with authorities of its own or shared ones', () => {
    expect(brokenIn(source)).to.deep.equal([]);
    const [shared] = Object.keys(builtinKnowledge().authorities);
    expect(brokenIn(source.replace('authorities: [own]', `authorities: [own, ${shared ?? ''}]`))).to.deep.equal([]);
  });

  it('are reported where they lead nowhere', () => {
    expect(brokenIn(source.replace('authorities: [own]', 'authorities: [own, another]'))).to.deep.equal([
      '19:24 Authority "another" does not exist.',
    ]);
    expect(brokenIn(source.replace('authority: own }', 'authority: none }'))).to.deep.equal([
      '17:100 Authority "none" does not exist.',
    ]);
    expect(brokenIn(source.replace('section: "3.2"', 'section: "9.9"'))).to.deep.equal([
      '18:14 Section "9.9" does not exist.',
    ]);
    expect(brokenIn(source.replace('id: house-rules/codename', 'id: codename'))).to.deep.equal([
      '10:9 The id must begin with "house-rules/".',
    ]);
  });
});
