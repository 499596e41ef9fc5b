// @ts-check
/*
 * `npm start`: opens VS Code with the extension on samples/. Installs and builds what is missing first.
 * With desktop VS Code on the PATH (`code`) that one is taken, otherwise VS Code in the browser, from npm packages.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { cacheFolder } from './lib/hosts/cache.mjs';
import { findDesktop } from './lib/hosts/desktop.mjs';
import { installExtension, prepareServer, startServer, toUriPath } from './lib/hosts/server.mjs';
import { endOnInterrupt, isEnding, run } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { bold, cyan, dim, Refusal, runMain } from './lib/terminal.mjs';

const HELP = `Usage: npm start [-- --browser] [-- --port NUMBER]

Opens VS Code with Deal Lens on the memos in samples/.
  --browser      VS Code in the browser, even where desktop VS Code is installed
  --port NUMBER  port of the browser-based VS Code; any free one by default`;

const samples = path.join(root, 'samples');

const firstSteps = `Open a memo of samples/ and read the
underlined terms: hover over one, or open the Deal Lens view in the activity bar.`;

await runMain(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  if (await ensureDependencies()) console.log(dim("Installed the project's dependencies."));
  const code = options.browser ? undefined : await findDesktop();
  if (code === undefined) await openInBrowser(options.port);
  else await openOnDesktop(code);
});

/** @param {readonly string[]} args @returns {'help' | { browser: boolean, port: number }} */
function readArguments(args) {
  let browser = false;
  let port = 0;
  const words = [...args];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--help' || word === '-h') return 'help';
    else if (word === '--browser') browser = true;
    else if (word === '--port') {
      const value = words.shift() ?? '';
      port = Number(value);
      if (!/^\d+$/u.test(value) || port > 65_535) {
        throw new Refusal(`--port needs a number from 0 to 65535, not “${value}”.`, { exitCode: 2 });
      }
    } else throw new Refusal(`Unknown option “${word}”.\n\n${HELP}`, { exitCode: 2 });
  }
  return { browser, port };
}

/** @param {string} code */
async function openOnDesktop(code) {
  await script('build.mjs', []);
  const child = spawn(code, ['--new-window', `--extensionDevelopmentPath=${root}`, samples], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const ended = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (ended !== 0) throw new Refusal(`VS Code (${code}) ended with ${ended}. Try: npm start -- --browser`);
  console.log(`VS Code opens with Deal Lens on ${bold('samples/')}. ${firstSteps}`);
}

/** @param {number} port */
async function openInBrowser(port) {
  const vsix = path.join(root, 'out/start/deal-lens.vsix');
  await Promise.all([prepareServer(), script('package.mjs', ['--out', vsix])]);
  const data = path.join(cacheFolder, 'start');
  await installExtension({ data, vsix });
  const token = randomBytes(16).toString('hex');
  endOnInterrupt();
  const server = await startServer({ data, port, token });
  try {
    const query = new URLSearchParams({ tkn: token, folder: toUriPath(samples) });
    console.log(`VS Code with Deal Lens is ready. Open this address in a browser on this machine:

  ${cyan(`http://${server.authority}/?${query}`)}

${firstSteps}
The address holds a secret that lets its reader in; it is good until this program ends.
${bold('Ctrl+C')} ends it.`);
    await server.ended;
  } finally {
    await server.stop();
  }
  if (isEnding()) return;
  throw new Refusal(`VS Code's server ended by itself.\n${server.log().trim().split('\n').slice(-10).join('\n')}`);
}

/** @param {string} name of a script beside this one @param {readonly string[]} args */
async function script(name, args) {
  console.log(dim('Building the extension …'));
  const { code, output } = await run(process.execPath, [path.join(root, 'scripts', name), ...args], { cwd: root });
  if (code !== 0) throw new Refusal(`The extension could not be built.\n${output.trim()}`);
}
