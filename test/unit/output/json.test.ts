import { expect } from 'chai';
import fc from 'fast-check';
import type { Failure } from '../../../src/output/failure.js';
import { jsonReport } from '../../../src/output/json.js';
import type { FindingRecord } from '../../../src/output/record.js';

const record = fc.record({
  file: fc.string(),
  line: fc.nat(),
  text: fc.string({ unit: 'binary' }),
  authorities: fc.array(fc.record({ citation: fc.string() }), { maxLength: 2 }),
}) as unknown as fc.Arbitrary<FindingRecord>;
const failure: fc.Arbitrary<Failure> = fc.record({
  kind: fc.constant('unreadable' as const),
  file: fc.string(),
  message: fc.string({ unit: 'binary' }),
});

describe('The JSON report', () => {
  it('in pieces is what JSON.stringify gives at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.array(record, { maxLength: 5 }),
        fc.array(failure, { maxLength: 3 }),
        (files, findings, errors) => {
          const report = { version: 1, files, findings, assessments: [], errors };
          expect([...jsonReport(files, findings, errors)].join('')).to.equal(
            `${JSON.stringify(report, undefined, 2)}\n`,
          );
        },
      ),
    );
  });

  it('comes in pieces of bounded length', () => {
    const findings = Array.from({ length: 5_000 }, () => ({ text: 'x'.repeat(100) }) as FindingRecord);
    const pieces = [...jsonReport([], findings, [])];
    expect(pieces.length).to.be.above(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).to.be.below(100_000);
  });
});
