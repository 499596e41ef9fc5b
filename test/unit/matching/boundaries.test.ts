import { expect } from 'chai';
import { boundedEnd } from '../../../src/matching/boundaries.js';
import { fold, foldString } from '../../../src/text/folding.js';

/** The source of the places where a word stands between boundaries. */
function places(word: string, text: string): string[] {
  const folded = fold(text);
  const all = Array.from(folded.units.subarray(0, folded.length), (unit) => String.fromCharCode(unit)).join('');
  const wanted = foldString(word);
  const found: string[] = [];
  for (let start = all.indexOf(wanted); start >= 0; start = all.indexOf(wanted, start + 1)) {
    const end = boundedEnd(folded, start, start + wanted.length);
    if (end < 0) continue;
    const span = folded.map.spanOf(start, end);
    found.push(text.slice(span.start, span.end));
  }
  return found;
}

describe('Boundaries', () => {
  const inside: readonly (readonly [word: string, ...texts: string[]])[] = [
    ['EAR', 'year', 'early', 'EARN', 'bEAR', 'EAR2', '3EAR', 'éEAR', 'EARé', 'EARя'],
    ['H100', 'SH1000', 'SH100', 'H1000', 'H100a', 'H1001', 'H100SXM', '0xH100', 'axH100', 'H100x', 'H100x8a'],
    ['weight', 'weighted', 'weightless', 'overweight', 'weightses', 'weightsy'],
    ['GPU', 'GPUss', 'vGPU', 'GPU_x', 'my_GPU', 'GPU__x'],
    ['box', 'boxe', 'boxesque'],
    ['chip', 'chipes'],
  ];
  for (const [word, ...texts] of inside) {
    for (const text of texts) it(`do not find ${word} in ${text}`, () => expect(places(word, text)).to.deep.equal([]));
  }

  const apart: readonly (readonly [word: string, text: string, ...found: string[]])[] = [
    ['EAR', 'the EAR.', 'EAR'],
    ['EAR', '(EAR)', 'EAR'],
    ['EAR', 'EAR-controlled EAR/BIS “EAR”', 'EAR', 'EAR', 'EAR'],
    ['EAR', "EAR's", 'EAR'],
    ['EAR', 'EAR\uFFFCx', 'EAR'],
    ['H100', '使用H100芯片', 'H100'],
    ['H100', '8xH100 16x H100 H100x8 H100×4', 'H100', 'H100', 'H100', 'H100'],
    ['H100', 'H-100s, H 100s', 'H-100s', 'H 100s'],
    ['H100', 'H100¹ H100™ H100① H100®', 'H100', 'H100', 'H100', 'H100'],
    ['H100', 'H100🚀 🚀H100', 'H100', 'H100'],
    ['H100', '10xH100', 'H100'],
    ['H100', 'H100 80 GB, H100-80GB', 'H100', 'H100'],
    ['GPU', '_GPU_ __GPU__ **GPU**', 'GPU', 'GPU', 'GPU'],
    ['weight', 'weights weight', 'weights', 'weight'],
    ['box', 'boxes', 'boxes'],
    ['patch', 'patches', 'patches'],
    ['权重', '模型权重股', '权重'],
    ['3A090', '3A090.a 3a090a 3A-090', '3A090', '3A-090'],
    ['AI', '人工智能AI芯片', 'AI'],
    ['C++', 'C++, C++x', 'C++', 'C++'],
  ];
  for (const [word, text, ...found] of apart) {
    it(`find ${word} in ${text}`, () => expect(places(word, text)).to.deep.equal(found));
  }
});
