import { Writable } from 'node:stream';
import { expect } from 'chai';
import { Progress } from '../../../src/cli/progress.js';
import { Output, wantsColour } from '../../../src/cli/terminal.js';

/** A stream that keeps what is written, or fails with an error. */
function streamOf(error?: NodeJS.ErrnoException): { stream: NodeJS.WriteStream; written: () => string } {
  let written = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (error !== undefined) {
        done(error);
        return;
      }
      written += chunk.toString();
      done();
    },
  });
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => written };
}

function errorOf(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

describe('Output', () => {
  it('takes no offence at a reader that went away', async () => {
    const output = new Output(streamOf(errorOf('EPIPE')).stream);
    await output.write('a');
    await output.write('b');
    expect(output.failure).to.equal(undefined);
  });

  it('remembers that a disk was full', async () => {
    const output = new Output(streamOf(errorOf('ENOSPC')).stream);
    await output.write('a');
    await new Promise((resolve) => setImmediate(resolve));
    await output.writeAll(['b', 'c']);
    expect(output.failure).to.have.property('code', 'ENOSPC');
  });

  it('writes small parts together and all of them', async () => {
    const { stream, written } = streamOf();
    const parts = Array.from({ length: 30_000 }, (_, index) => `${index},`);
    await new Output(stream).writeAll(parts);
    expect(written()).to.equal(parts.join(''));
  });

  it('is coloured where that is wanted', () => {
    expect(wantsColour(true, {})).to.equal(true);
    expect(wantsColour(false, {})).to.equal(false);
    expect(wantsColour(true, { NO_COLOR: '1' })).to.equal(false);
    expect(wantsColour(true, { NO_COLOR: '' })).to.equal(true);
    expect(wantsColour(true, { TERM: 'dumb' })).to.equal(false);
    expect(wantsColour(false, { FORCE_COLOR: '1', NO_COLOR: '1' })).to.equal(true);
    expect(wantsColour(true, { FORCE_COLOR: '0' })).to.equal(false);
  });
});

describe('Progress', () => {
  it('is shown on long work only, and taken away before anything else', async () => {
    const { stream, written } = streamOf();
    const progress = new Progress(new Output(stream), true, (done, total) => `${done} of ${total}`);
    await progress.show(1, 4, 0.25);
    await progress.clear();
    expect(written()).to.equal('');
    await new Promise((resolve) => setTimeout(resolve, 450));
    await progress.show(2, 4, 0.5);
    expect(written()).to.equal(`\r\u001B[K${'█'.repeat(12)}${'░'.repeat(12)}  2 of 4`);
    await progress.clear();
    expect(written().endsWith('\r\u001B[K')).to.equal(true);
  });

  it('is never shown where there is no terminal', async () => {
    const { stream, written } = streamOf();
    const progress = new Progress(new Output(stream), false, () => 'x');
    await new Promise((resolve) => setTimeout(resolve, 450));
    await progress.show(1, 2, 0.5);
    expect(written()).to.equal('');
  });
});
