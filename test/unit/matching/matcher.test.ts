import { expect } from 'chai';
import fc from 'fast-check';
import { boundedEnd, gluedEnd } from '../../../src/matching/boundaries.js';
import { Matcher } from '../../../src/matching/matcher.js';
import { findNumbers } from '../../../src/matching/numbers.js';
import type { Match, Part, TermPattern } from '../../../src/matching/pattern.js';
import { isWithin, Sentences } from '../../../src/matching/sentences.js';
import { compileTerm } from '../../../src/rules/notation.js';
import { fold, type Folded } from '../../../src/text/folding.js';
import { expectLinear, timed } from '../linear.js';

function find(patterns: readonly TermPattern[], text: string): { folded: Folded; matches: Match[] } {
  const folded = fold(text);
  return { folded, matches: Matcher.of(patterns).find(folded, () => new Sentences(folded)) };
}

/** The source texts that terms are found in, in order. */
function found(terms: string | readonly string[], text: string): string[] {
  const patterns = (typeof terms === 'string' ? [terms] : terms).flatMap((term) => compileTerm(term));
  const { folded, matches } = find(patterns, text);
  return matches
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end }) => {
      const span = folded.map.spanOf(start, end);
      return text.slice(span.start, span.end);
    });
}

/** All chains of a pattern's parts, by trying every place for every part. */
function naive(pattern: TermPattern, folded: Folded): { start: number; end: number }[] {
  const sentences = new Sentences(folded);
  const text = String.fromCharCode(...folded.units.subarray(0, folded.length));
  const places = (part: Part, afterNumber: boolean): { start: number; end: number }[] => {
    if (part.type === 'gap') return [];
    if (part.type === 'number') return findNumbers(folded).filter(({ kind }) => kind === part.kind);
    return part.forms.flatMap((form) => {
      const all: { start: number; end: number }[] = [];
      for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
        const bounded = boundedEnd(folded, start, start + form.length);
        const end = bounded < 0 && afterNumber ? gluedEnd(folded, start, start + form.length) : bounded;
        if (end >= 0) all.push({ start, end });
      }
      return all;
    });
  };
  let chains: { start: number; end: number }[] | undefined;
  let gap = 0;
  for (const [index, part] of pattern.parts.entries()) {
    if (part.type === 'gap') {
      gap = part.words;
      continue;
    }
    const here = places(part, pattern.parts[index - 1]?.type === 'number');
    const allowed = gap;
    chains =
      chains === undefined
        ? here
        : chains.flatMap((chain) =>
            here
              .filter(
                ({ start }) =>
                  start === chain.end ||
                  (start === chain.end + 1 && text[chain.end] === ' ') ||
                  (allowed > 0 && start >= chain.end && isWithin(folded, sentences, chain.end, start, allowed)),
              )
              .map(({ end }) => ({ start: chain.start, end })),
          );
    gap = 0;
  }
  return chains ?? [];
}

describe('Matcher', () => {
  it('finds a unit glued to its number, and no word glued to other digits', () => {
    expect(found('<number> ?(GB|TB/s)', 'Each holds 96GB and moves 4.8TB/s.')).to.deep.equal(['96GB', '4.8TB/s']);
    expect(found('<number> FLOP', 'about 3e25FLOPs')).to.deep.equal(['3e25FLOPs']);
    expect(found('GB', 'Each holds 96GB.')).to.deep.equal([]);
    expect(found('<number> GB', 'Each holds 96GBase.')).to.deep.equal([]);
  });

  const form = fc.constantFrom('a', 'b', 'a b', 'b a', 'c', '权', '权重', 'a a');
  const words = fc
    .uniqueArray(form, { minLength: 1, maxLength: 3 })
    .map((forms): Part => ({ type: 'words', forms, exact: undefined }));
  const number: fc.Arbitrary<Part> = fc.constantFrom<Part>(
    { type: 'number', kind: 'number' },
    { type: 'number', kind: 'percent' },
  );
  const gap = fc.integer({ min: 1, max: 4 }).map((count): Part => ({ type: 'gap', words: count }));
  const pattern = fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: words }, number),
      fc.array(fc.tuple(fc.option(gap, { nil: undefined }), fc.oneof({ weight: 4, arbitrary: words }, number)), {
        maxLength: 3,
      }),
    )
    .map(([first, rest]): TermPattern => {
      const parts = [first, ...rest.flatMap(([before, part]) => (before === undefined ? [part] : [before, part]))];
      return { parts };
    })
    .filter(({ parts }) => parts.some((part) => part.type === 'words'));
  const source = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'as', '权', '重', '权重', '3', '5%', '.', ' ', '-', ','), {
      maxLength: 40,
    })
    .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')));

  it('finds a chain of parts wherever there is one, and only there', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), source, (patterns, text) => {
        const { folded, matches } = find(patterns, text);
        patterns.forEach((one, index) => {
          const all = naive(one, folded);
          const mine = matches.filter((match) => match.pattern === index);
          expect(new Set(mine.map(({ end }) => end))).to.deep.equal(new Set(all.map(({ end }) => end)));
          for (const { start, end } of mine) expect(all).to.deep.include({ start, end });
        });
      }),
      { numRuns: 5000 },
    );
  });

  it('finds what stands between boundaries', () => {
    expect(found('EAR', 'a year of EAR, the EARs; E.A.R.')).to.deep.equal(['EAR', 'EARs']);
    expect(found('H100', 'SH1000, H1000, xH100, 8xH100, 使用H100芯片, H-100s')).to.deep.equal([
      'H100',
      'H100',
      'H-100s',
    ]);
    expect(found('模型权重', '该模型权重股')).to.deep.equal(['模型权重']);
  });

  it('keeps gaps within the sentence and to their length', () => {
    expect(found('weights ...2 china', 'weights go to china')).to.deep.equal(['weights go to china']);
    expect(found('weights ...2 china', 'weights may go to china')).to.deep.equal([]);
    expect(found('weights ...3 china', 'No weights. In China')).to.deep.equal([]);
    expect(found('权重 ...2 境外', '权重转移至境外')).to.deep.equal(['权重转移至境外']);
    expect(found('权重 ...1 境外', '权重转移至境外')).to.deep.equal([]);
  });

  it('joins the nearest beginning', () => {
    expect(found('weights ...6 china', 'weights, or weights, to china and china')).to.deep.equal([
      'weights, to china',
      'weights, to china and china',
    ]);
  });

  it('takes the longer of two beginnings that end together', () => {
    expect(found('(export )?licence ...2 china', 'an export licence for china')).to.deep.equal([
      'export licence for china',
    ]);
  });

  it('does not lose a beginning behind later ones that overlap the next part', () => {
    expect(found('(a|b c|c) ...4 (x b c d)', 'a x b c d')).to.deep.equal(['a x b c d']);
    expect(found('(p|q r|r|r s|s|s t|t) ...4 q r s t u', 'p q r s t u')).to.deep.equal(['p q r s t u']);
  });

  it('finds a word that is several parts of one term', () => {
    expect(found('model ...2 model', 'model of a model')).to.deep.equal(['model of a model']);
    expect(found('model ...2 model', 'one model')).to.deep.equal([]);
    expect(found('(data|set) ...1 (data|set)', 'data set')).to.deep.equal(['data set']);
  });

  it('fills slots with numbers, glued to their unit or not', () => {
    expect(found('<number> patients', 'some 7,400 patients, 12 of them; 3 million patients')).to.deep.equal([
      '7,400 patients',
      '3 million patients',
    ]);
    expect(found('<percent> of the votes', '26% of the votes and 24.9 percent of the votes')).to.deep.equal([
      '26% of the votes',
      '24.9 percent of the votes',
    ]);
    expect(found('<number> GB', '96GB and 80 GB and 12GBP')).to.deep.equal(['96GB', '80 GB']);
    expect(found('TPP of <number>', 'TPP of 4,800')).to.deep.equal(['TPP of 4,800']);
  });

  it('minds case where the term says so, in any spelling of it', () => {
    expect(found('=EAR', 'EAR, ear, Ear, ＥＡＲ, EARs')).to.deep.equal(['EAR', 'ＥＡＲ', 'EARs']);
    expect(found('=A100', 'an A-100, a 100 % stake')).to.deep.equal(['A-100']);
    expect(found('=Covered Entity', 'Covered\nEntity, Covered Entities, covered entity')).to.deep.equal([
      'Covered\nEntity',
      'Covered Entities',
    ]);
  });

  it('finds every owner of one term', () => {
    expect(found(['H100', 'H(100|200)', 'H100 ...2 China'], 'H100 in China')).to.deep.equal([
      'H100',
      'H100',
      'H100 in China',
    ]);
  });

  it('takes linear time for terms and texts made to be slow', () => {
    const packs = [
      ...Array.from({ length: 300 }, (_, index) => `a ...12 a ...12 a ...12 z${index}`),
      ...Array.from({ length: 300 }, (_, index) => `<number> ...12 <number> ...12 q${index}`),
      '(a|a a|a a a|a a a a) ...12 (a|a a|a a a|a a a a) ...12 (a|a a|a a a|a a a a)',
    ];
    const matcher = Matcher.of(packs.flatMap((term) => compileTerm(term)));
    for (const piece of ['a ', 'a 1 ', '1 ', 'a a. ']) {
      expectLinear(
        (size) => {
          const folded = fold(piece.repeat(size));
          const sentences = new Sentences(folded);
          return timed(() => matcher.find(folded, () => sentences));
        },
        2_000,
        piece,
      );
    }
  });
});
