import { expect } from 'chai';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { commandLink } from '../../../src/editor/commandLinks.js';
import { escapeMarkdown, link } from '../../../src/editor/markdownText.js';

// Without the addition for GitHub's Markdown, which makes links of addresses even where they are escaped; VS Code does not.
const parser = unified().use(remarkParse);

/** What a reader sees of a Markdown text that is one paragraph of plain text; `undefined` if it is anything more. */
function plainText(markdown: string): string | undefined {
  const tree: Root = parser.parse(markdown);
  if (tree.children.length === 0) return '';
  const [paragraph, ...others] = tree.children;
  if (others.length > 0 || paragraph?.type !== 'paragraph') return undefined;
  return paragraph.children.every((child) => child.type === 'text')
    ? paragraph.children.map((child) => child.value).join('')
    : undefined;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

describe('escapeMarkdown', () => {
  it('shows what would be markup as it is', () => {
    for (const text of [
      '**bold** _it_ `code` ~~gone~~',
      '[a](command:dealLens.openGuidance) ![b](https://x.test/y.png)',
      '<img src=x onerror=alert(1)> <!-- c --> &amp; &#65;',
      '# heading',
      '1. item',
      '12) item',
      '- item',
      '+ item',
      '> quote',
      '=== ',
      '---',
      '| a | b |',
      'https://x.test/a www.x.test mail@x.test',
      '$(zap) \\* a\\',
    ]) {
      expect(plainText(escapeMarkdown(text)), text).to.equal(onOneLine(text));
    }
  });

  it('takes addresses and strokes apart, which GitHub’s Markdown would make links and lines of', () => {
    expect(escapeMarkdown('https://x.test')).to.equal('https\\://x.test');
    expect(escapeMarkdown('www.x.test')).to.equal('www\\.x.test');
    expect(escapeMarkdown('a@x.test')).to.equal('a\\@x.test');
    expect(escapeMarkdown('~~a~~ | b')).to.equal('\\~\\~a\\~\\~ \\| b');
  });

  it('shows any text as it is', () => {
    const piece = fc.constantFrom(
      ...Array.from('*_`[]()<>#+-.!|~$&;:/\\@ \n\t=\'"{}0123'),
      'www',
      'http',
      'https',
      'mailto:',
      'xmpp:',
      'x',
      'é',
      '芯片',
      '。',
      '😀',
      '&amp',
      'com',
      '\u200b',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        expect(plainText(escapeMarkdown(text)), JSON.stringify(text)).to.equal(onOneLine(text));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('link', () => {
  it('ends where it should, whatever label and address hold', () => {
    const tree: Root = parser.parse(link('a](b) *c*', 'https://x.test/(a b)\\<c>'));
    const [paragraph] = tree.children;
    if (paragraph?.type !== 'paragraph') throw new Error('A paragraph is expected.');
    const [only, ...others] = paragraph.children;
    expect(others).to.deep.equal([]);
    if (only?.type !== 'link') throw new Error('A link is expected.');
    expect(only.url).to.equal('https://x.test/%28a%20b%29%5C%3Cc%3E');
    expect(only.children).to.have.length(1);
    expect(only.children[0]).to.include({ type: 'text', value: 'a](b) *c*' });
  });

  it('carries arguments of commands unchanged', () => {
    const argument = { uri: 'untitled:a (1) 100%.md', rule: "x/'y'", start: 3 };
    const tree: Root = parser.parse(commandLink('Go', 'dealLens.suppressInBlock', argument));
    const [paragraph] = tree.children;
    const [only] = paragraph?.type === 'paragraph' ? paragraph.children : [];
    if (only?.type !== 'link') throw new Error('A link is expected.');
    const query = only.url.slice(only.url.indexOf('?') + 1);
    expect(JSON.parse(decodeURIComponent(query))).to.deep.equal([argument]);
  });
});
