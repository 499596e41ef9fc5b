// @ts-check
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What no floor below the faces may know: the editor, Node, and globals of either host. */
const hostGlobals = [
  'Buffer',
  'process',
  'global',
  '__dirname',
  '__filename',
  'require',
  'module',
  'window',
  'document',
  'self',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'console',
  'performance',
  'crypto',
];

/**
 * The floors, bottom up: a floor imports what stands below it, never beside or above.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const floors = {
  text: [],
  memo: ['text'],
  matching: ['text'],
  rules: ['text', 'matching'],
  review: ['text', 'matching', 'memo', 'rules'],
  output: ['text', 'matching', 'memo', 'rules', 'review'],
};

const hostModules = [
  { group: ['vscode'], message: 'Only src/editor knows VS Code.' },
  {
    group: ['node:*', 'fs', 'path', 'os', 'url', 'util', 'events', 'crypto', 'child_process'],
    message: 'Only src/cli knows Node.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'schemas/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname ?? process.cwd() } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/editor/**', 'src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...hostGlobals.map((name) => ({ name, message: 'Code below the faces runs in any host.' })),
      ],
      'no-restricted-imports': ['error', { patterns: hostModules }],
    },
  },
  ...Object.keys(floors).map((floor) => ({
    files: [`src/${floor}/**/*.ts`],
    rules: {
      'no-restricted-imports': /** @type {[string, object]} */ ([
        'error',
        {
          patterns: [
            ...hostModules,
            {
              group: [...Object.keys(floors), 'report', 'editor', 'cli']
                .filter((other) => other !== floor && !floors[floor]?.includes(other))
                .map((other) => `**/${other}/*`),
              message: `src/${floor} may not know a floor beside or above it (docs/architecture.md).`,
            },
          ],
        },
      ]),
    },
  })),
  {
    files: ['src/editor/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', '**/cli/*'], message: 'The editor also runs in a web worker.' }] },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['vscode', '**/editor/*'], message: 'The program runs without VS Code.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'URLSearchParams',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'fetch',
          'performance',
          'AbortController',
          'AbortSignal',
          'document',
          'window',
          'getComputedStyle',
          'requestAnimationFrame',
          'structuredClone',
          'TextDecoder',
          'TextEncoder',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { eqeqeq: 'error' },
  },
);
