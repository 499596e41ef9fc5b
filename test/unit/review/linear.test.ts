import { readPack } from '../../../src/rules/packFile.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';
import { review } from '../../../src/review/review.js';
import { expectLinear, timed } from '../linear.js';
import { emptyKnowledge } from './knowledge.js';

const pack = readPack(`
topic: test
rules:
  - id: test/near
    level: note
    terms: { en: [widget] }
    near: [{ words: [magic], within: sentence }, { words: [wand], before: 3, after: 3 }]
    unless: [{ words: [fake], before: 2 }]
    except: [widget shop]
    title: { en: a, zh: a }
    message: { en: a, zh: a }
    advice: { en: a, zh: a }
    authorities: [none]
    examples: { hit: { en: [a] }, miss: { en: [a] } }
`).pack;
if (pack === undefined) throw new Error('The pack of this test cannot be read.');
const ruleset = compileRuleset(emptyKnowledge, [pack]);

describe('A review', () => {
  const texts: Readonly<Record<string, string>> = {
    'terms and words of their conditions in alternate sentences': 'A widget stands here. Some magic wand is there. ',
    'terms within exceptions': 'A widget shop, magic wand. ',
    'negated terms': 'No magic wand widget, ',
    'directives for the file': 'deal-lens-disable-file test -- why\nA magic wand widget.\n\n',
    'directives for blocks': 'deal-lens-disable-next-block test -- why\nA magic wand widget.\n\n',
  };
  for (const [name, piece] of Object.entries(texts)) {
    it(`takes time linear in the text: ${name}`, () => {
      expectLinear((size) => timed(() => review(piece.repeat(size), 'plaintext', ruleset)), 500);
    });
  }
});
