import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type * as TypeScript from 'typescript';
import { readJson, strings, text as textOf } from './manifest.js';

// The compiler is no ES module and does not stand being bundled into one.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/** The messages of a source file: the texts that its calls of `t` may have as their first argument. */
function messagesOf(file: string): { readonly text: string; readonly values: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: { text: string; values: number }[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 't'
    ) {
      const [first, ...values] = node.arguments;
      for (const text of first === undefined ? [] : textsOf(first)) found.push({ text, values: values.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textsOf(argument: TypeScript.Expression): string[] {
  if (ts.isStringLiteral(argument)) return [argument.text];
  if (ts.isConditionalExpression(argument)) return [...textsOf(argument.whenTrue), ...textsOf(argument.whenFalse)];
  // `words.ts` itself passes on what it is given; every other call names its message.
  if (ts.isIdentifier(argument) && argument.text === 'message') return [];
  throw new Error(`A message must be a literal: ${argument.getText()}`);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/gu)].map(([placeholder]) => placeholder).sort();
}

const messages = readdirSync('src/editor')
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => messagesOf(`src/editor/${name}`));

describe('the words of the editor', () => {
  const chinese = readJson('l10n/bundle.l10n.zh-cn.json');

  it('are all there in Chinese, and nothing else is', () => {
    expect(messages.length).to.be.greaterThan(50);
    expect(Object.keys(chinese)).to.have.members([...new Set(messages.map(({ text }) => text))]);
  });

  it('have the same placeholders in both languages, each with a value', () => {
    for (const { text, values } of messages) {
      const used = placeholders(text);
      expect(placeholders(textOf(chinese[text])), text).to.deep.equal(used);
      expect(values, text).to.equal(new Set(used).size);
    }
  });

  it('are Chinese where the words are no names', () => {
    for (const [text, translation] of Object.entries(chinese)) {
      if (/[a-z]{3}/iu.test(text)) expect(textOf(translation), text).to.match(/\p{Script=Han}/u);
      expect(textOf(translation).trim(), text).to.not.equal('');
    }
  });
});

describe('the words of the manifest', () => {
  const english = readJson('package.nls.json');
  const chinese = readJson('package.nls.zh-cn.json');
  const manifest = readJson('package.json');

  it('are all there in both languages, and none is left over', () => {
    const used = new Set(strings(manifest).flatMap((text) => /^%(.+)%$/u.exec(text)?.[1] ?? []));
    expect(Object.keys(english)).to.have.members([...used]);
    expect(Object.keys(chinese)).to.have.members([...used]);
  });

  it('link to the same commands and settings in both languages', () => {
    const links = (text: string): string[] => [...text.matchAll(/\(command:[^)]*\)|`[^`]*`/gu)].map(([link]) => link);
    for (const [key, text] of Object.entries(english)) {
      expect(links(textOf(chinese[key])), key).to.have.members(links(textOf(text)));
    }
  });

  it('are Chinese in Chinese', () => {
    for (const [key, text] of Object.entries(chinese)) {
      expect(textOf(text), key).to.match(/\p{Script=Han}/u);
    }
  });

  it('leave no text of the manifest in one language only', () => {
    const shown = new Set(['title', 'description', 'markdownDescription', 'altText', 'contents']);
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (shown.has(key) && typeof inner === 'string' && !inner.startsWith('%'))
          bare.push(`${path}.${key}: ${inner}`);
        visit(inner, `${path}.${key}`);
      }
    };
    visit(manifest.contributes, 'contributes');
    // The product's name is the same in every language.
    expect(bare).to.deep.equal(['contributes.viewsContainers.activitybar.0.title: Deal Lens']);
  });
});
