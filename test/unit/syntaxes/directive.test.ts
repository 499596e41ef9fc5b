import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/** VS Code's own grammars, as tm-grammars collects them, and ours. */
const files: Readonly<Record<string, string>> = {
  'text.html.markdown': 'node_modules/tm-grammars/grammars/markdown.json',
  'text.html.basic': 'node_modules/tm-grammars/grammars/html.json',
  'text.html.derivative': 'node_modules/tm-grammars/grammars/html-derivative.json',
  'markdown.deal-lens.directive': 'syntaxes/directive.tmLanguage.json',
};

const keyword = 'keyword.control.directive.deal-lens';
const target = 'entity.name.tag.rule.deal-lens';
const dashes = 'punctuation.separator.reason.deal-lens';
const reason = 'string.unquoted.reason.deal-lens';

describe('the grammar of suppressions', () => {
  let markdown: IGrammar;

  before(async () => {
    const wasm = await readFile('node_modules/vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(wasm);
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      async loadGrammar(scopeName) {
        const file = files[scopeName];
        return file === undefined ? null : parseRawGrammar(await readFile(file, 'utf8'), file);
      },
      getInjections: (scopeName) => (scopeName === 'text.html.markdown' ? ['markdown.deal-lens.directive'] : undefined),
    });
    const grammar = await registry.loadGrammar('text.html.markdown');
    if (grammar === null) throw new Error('There is no grammar of Markdown.');
    markdown = grammar;
  });

  /** The parts of a text that carry a scope of ours, each with its innermost such scope. */
  function marked(text: string): [string, string][] {
    const found: [string, string][] = [];
    let state = INITIAL;
    for (const line of text.split('\n')) {
      const { tokens, ruleStack } = markdown.tokenizeLine(line, state);
      state = ruleStack;
      for (const { startIndex, endIndex, scopes } of tokens) {
        const scope = scopes.findLast((one) => one.endsWith('.deal-lens'));
        if (scope !== undefined) found.push([line.slice(startIndex, endIndex), scope]);
      }
    }
    return found;
  }

  it('marks the keyword, the rule, the dashes and the reason', () => {
    expect(
      marked('<!-- deal-lens-disable-next-block advanced-chips/datacentre-gpu -- licence on file -->'),
    ).to.deep.equal([
      ['deal-lens-disable-next-block', keyword],
      ['advanced-chips/datacentre-gpu', target],
      ['--', dashes],
      [' licence on file ', reason],
    ]);
  });

  it('marks every target of a list, and a reason in Chinese', () => {
    expect(marked('<!-- deal-lens-disable-file cfius, bulk-data -- 已由律师确认 -->')).to.deep.equal([
      ['deal-lens-disable-file', keyword],
      ['cfius', target],
      ['bulk-data', target],
      ['--', dashes],
      [' 已由律师确认 ', reason],
    ]);
  });

  it('marks what is written of one that is not finished', () => {
    expect(marked('<!-- deal-lens-disable-next-block cfius -->')).to.deep.equal([
      ['deal-lens-disable-next-block', keyword],
      ['cfius', target],
    ]);
    expect(marked('<!--deal-lens-disable-file-->')).to.deep.equal([['deal-lens-disable-file', keyword]]);
  });

  it('works inside a paragraph, a list and a quote, and ends with the comment', () => {
    for (const before of ['Some words. ', '- ', '> ']) {
      const text = `${before}<!-- deal-lens-disable-next-block cfius -- seen --> and *more* -- words`;
      expect(
        marked(text).map(([part]) => part),
        before,
      ).to.deep.equal(['deal-lens-disable-next-block', 'cfius', '--', ' seen ']);
    }
  });

  it('leaves everything else alone', () => {
    for (const text of [
      'deal-lens-disable-next-block cfius -- not in a comment',
      '`<!-- deal-lens-disable-next-block cfius -- an example -->`',
      '```\n<!-- deal-lens-disable-next-block cfius -- an example -->\n```',
      '<!-- see deal-lens-disable-next-block cfius -- spoken about -->',
      '<!-- deal-lens-disable-next-blocks cfius -- misspelt -->',
      '<!-- deal-lens-disable-line cfius -- no such thing -->',
    ]) {
      expect(marked(text), text).to.deep.equal([]);
    }
  });

  it('keeps the comment a comment for other tools', () => {
    const { tokens } = markdown.tokenizeLine('<!-- deal-lens-disable-file cfius -- seen -->', INITIAL);
    expect(tokens.every(({ scopes }) => scopes.includes('comment.block.html'))).to.equal(true);
  });
});
