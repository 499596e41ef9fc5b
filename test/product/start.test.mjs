// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { root } from '../../scripts/lib/root.mjs';

const script = path.join(root, 'scripts/start.mjs');

/** @param {readonly string[]} args */
function start(args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => (output += text));
  }
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return { child, output: () => output, ended };
}

/** Resolves with the address as soon as it is printed. @param {ReturnType<typeof start>} run @returns {Promise<URL>} */
async function addressOf(run) {
  const printed = new Promise((resolve) => {
    run.child.stdout.on('data', () => {
      const match = /http:\/\/\S+/u.exec(run.output());
      if (match !== null) resolve(new URL(match[0]));
    });
  });
  const early = run.ended.then(({ code, output }) => {
    throw new Error(`npm start ended with ${code}:\n${output}`);
  });
  return Promise.race([printed, early]);
}

describe('npm start', () => {
  it('answers on 127.0.0.1 to whoever has the token, to nobody else, and ends on Ctrl+C', async () => {
    const run = start(['--browser']);
    try {
      const address = await addressOf(run);
      expect(address.hostname).to.equal('127.0.0.1');
      expect(address.searchParams.get('folder')).to.match(/\/samples$/u);
      expect(address.searchParams.get('tkn')).to.match(/^[0-9a-f]{32}$/u);

      const stranger = await fetch(address.origin);
      expect(stranger.status).to.equal(403);
      // The server takes the token from the address once, sets it as a cookie and sends the browser on.
      const friend = await fetch(address, { redirect: 'manual' });
      expect(friend.status).to.equal(302);
      const cookie = (friend.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const page = await fetch(new URL(friend.headers.get('location') ?? '', address), { headers: { cookie } });
      expect(page.status).to.equal(200);
      expect(await page.text()).to.include('workbench');

      run.child.kill('SIGINT');
      const { code, output } = await run.ended;
      expect(code, output).to.equal(0);
      const refused = await fetch(address.origin).then(
        () => false,
        () => true,
      );
      expect(refused).to.equal(true);
    } finally {
      run.child.kill('SIGTERM');
      await run.ended;
    }
  });

  it('says what is wrong with its options', async () => {
    const unknown = await start(['--brwoser']).ended;
    expect(unknown.code).to.equal(2);
    expect(unknown.output).to.include('“--brwoser”').and.to.include('--browser');
    const port = await start(['--port', '99999']).ended;
    expect(port.code).to.equal(2);
    expect(port.output).to.include('0 to 65535').and.to.include('99999');
  });
});
