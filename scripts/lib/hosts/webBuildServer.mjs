// @ts-check
/* Child process of webBuild.mjs: argument 1 is the module of @vscode/test-web, argument 2 the options for its `open`. */
import { createRequire } from 'node:module';

const [module = '', options = '{}'] = process.argv.slice(2);
await createRequire(import.meta.url)(module).open(JSON.parse(options));
