import { expect } from 'chai';
import fc from 'fast-check';
import { compilePatterns } from '../../../src/matching/compile.js';
import { decodeSteps, encodeSteps } from '../../../src/matching/stepsFile.js';
import { compileTerm } from '../../../src/rules/notation.js';

describe('Stored steps', () => {
  it('are the same when they are read again', () => {
    const word = fc.constantFrom('model', 'weight', '=SAFE', '权重', '(a|b) c', '<number>', '<percent>', '<china>');
    const joint = fc.constantFrom(' ', ' ...3 ', ' ...12 ');
    const term = fc
      .array(fc.tuple(word, joint), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([one, gap], at) => (at === parts.length - 1 ? one : one + gap)).join(''))
      .map((text) => (text.startsWith('=') ? text : text.replaceAll('=', '')));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 20 }), (terms) => {
        const { steps, uses } = compilePatterns(terms.flatMap((one) => compileTerm(one)));
        const encoded = encodeSteps({ steps, uses });
        expect(decodeSteps(encoded)).to.deep.equal({ steps, uses });
        const shifted = new Uint8Array(encoded.bytes.length + 5);
        shifted.set(encoded.bytes, 5);
        expect(decodeSteps({ ...encoded, bytes: shifted.subarray(5) })).to.deep.equal({ steps, uses });
      }),
    );
  });
});
