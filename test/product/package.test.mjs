// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { root } from '../../scripts/lib/root.mjs';

/** Everything that ships. A file that is added to the package is added here, knowingly. */
const content = [
  'extension/LICENSE.txt',
  'extension/README.zh-CN.md',
  'extension/THIRD-PARTY-NOTICES.txt',
  'extension/changelog.md',
  'extension/dist/node/extension.js',
  'extension/dist/web/extension.js',
  'extension/l10n/bundle.l10n.zh-cn.json',
  'extension/media/deal-lens.svg',
  'extension/media/icon.png',
  'extension/media/walkthrough/guidance.svg',
  'extension/media/walkthrough/finding.svg',
  'extension/media/walkthrough/sample.svg',
  'extension/media/walkthrough/report.svg',
  'extension/media/walkthrough/suppress.svg',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.zh-cn.json',
  'extension/readme.md',
  'extension/samples/memo.en.md',
  'extension/samples/memo.zh-cn.md',
  'extension/schemas/rule-pack.schema.json',
  'extension/syntaxes/directive.tmLanguage.json',
  'extension/syntaxes/directives.markdown.code-snippets',
  'extension/syntaxes/directives.plaintext.code-snippets',
];

describe('npm run package', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deal-lens-package-'));
  const file = path.join(folder, 'deal-lens.vsix');
  /** @type {Map<string, Buffer>} */
  let files = new Map();

  before(async () => {
    execFileSync(process.execPath, [path.join(root, 'scripts/package.mjs'), '--out', file], {
      cwd: root,
      stdio: 'pipe',
    });
    files = await unzip(file);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('packs exactly the files of the golden list', () => {
    const own = [...files.keys()].filter((name) => name.startsWith('extension/')).sort();
    expect(own).to.deep.equal([...content].sort());
  });

  it('holds every file that the manifest names', () => {
    const manifest = files.get('extension/package.json')?.toString('utf8') ?? '';
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|schemas|samples)\/[^"*]+)"/gu)].map(
      ([, name]) => name,
    );
    // The program is the repository's, not the extension's.
    const missing = named.filter((name) => !name?.startsWith('dist/cli/') && !files.has(`extension/${name}`));
    expect(named.length).to.be.above(5);
    expect(missing).to.deep.equal([]);
  });

  it('has a README whose pictures are all there', () => {
    const readme = files.get('extension/readme.md')?.toString('utf8') ?? '';
    expect(readme).to.match(/^# Deal Lens\n/u);
    const pictures = [...readme.matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/gu)].map(
      ([, a, b]) => a ?? b,
    );
    expect(pictures.filter((name) => !files.has(`extension/${name}`))).to.deep.equal([]);
  });

  it('stays under 1 MB, for people who only want to read a memo', () => {
    expect(statSync(file).size).to.be.below(1_000_000);
  });

  it('has no source maps and no path of the machine that built it', () => {
    for (const [name, bytes] of files) {
      if (!/\.(?:js|json)$/u.test(name)) continue;
      const text = bytes.toString('utf8');
      expect(text, name).to.not.match(/sourceMappingURL/u);
      expect(text, name).to.not.include(root);
    }
  });

  it('makes no connection: the bundles name nothing that could', () => {
    for (const name of ['extension/dist/node/extension.js', 'extension/dist/web/extension.js']) {
      const text = files.get(name)?.toString('utf8') ?? '';
      expect(text, name).to.not.match(/\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts/u);
      expect(text, name).to.not.match(
        /require\(\s*["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process)["']\s*\)/u,
      );
    }
  });

  it('names every bundled package in the notices, with its licence', () => {
    const notices = files.get('extension/THIRD-PARTY-NOTICES.txt')?.toString('utf8') ?? '';
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const bundle = files.get('extension/dist/web/extension.js')?.toString('utf8') ?? '';
    expect(bundle.length).to.be.above(10_000);
    for (const name of ['unified', 'remark-parse', 'remark-gfm', 'remark-frontmatter', 'yaml']) {
      expect(dependencies, name).to.have.property(name);
      expect(notices).to.match(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([A-Z-]+\\)$`, 'mu'));
    }
    expect(notices).to.include('Permission is hereby granted');
  });
});

/**
 * The files of an archive, read with the package that vsce packs with.
 * @param {string} file
 * @returns {Promise<Map<string, Buffer>>}
 */
async function unzip(file) {
  const vsce = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce'));
  const yauzl = vsce('yauzl');
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (/** @type {Error | null} */ error, /** @type {any} */ zip) => {
      if (error !== null) return reject(error);
      /** @type {Map<string, Buffer>} */
      const files = new Map();
      zip.on('entry', (/** @type {any} */ entry) => {
        zip.openReadStream(entry, async (/** @type {Error | null} */ failure, /** @type {any} */ stream) => {
          if (failure !== null) return reject(failure);
          const chunks = [];
          for await (const chunk of stream) chunks.push(chunk);
          files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(files));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
