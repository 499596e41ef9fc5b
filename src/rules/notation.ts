import { foldString } from '../text/folding.js';
import type { NumberKind } from '../matching/numbers.js';
import type { Part, TermPattern } from '../matching/pattern.js';
import type { Localized } from './pack.js';
import { wordClasses, wordClassNames, type WordClass } from './wordClasses.js';

/*
 * The term notation of rule packs, explained in rules/README.md. A term is parsed into a small tree; alternatives that
 * hold a slot or gap are multiplied out, the others become sets of words, so that a term costs the automaton words and never
 * time.
 */

/** Most words that one term may stand for between two slots or gaps. */
export const maxForms = 256;

/** A mistake in a term: where in the term (0-based UTF-16 offset) and what. */
export class NotationError extends Error {
  constructor(
    readonly offset: number,
    readonly explanation: Localized,
  ) {
    super(explanation.en);
    this.name = 'NotationError';
  }
}

/** A term as a tree. An optional piece is a group whose last alternative is empty. */
export type TermNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'group'; readonly alternatives: readonly (readonly TermNode[])[] }
  | { readonly type: 'slot'; readonly kind: NumberKind | WordClass }
  | { readonly type: 'gap'; readonly words: number };

/**
 * Compiles one term into the patterns it stands for (more than one when alternatives hold slots or gaps).
 * @param whole whether what stands between two slots or gaps is to be one part, with all its forms written out; else it is divided
 * where that makes it smaller
 * @throws NotationError when the term is malformed, stands for too much, or for nothing.
 */
export function compileTerm(term: string, { whole = true } = {}): TermPattern[] {
  return distribute(parseTerm(term)).map((sequence) => toPattern(sequence, term.startsWith('='), whole));
}

/**
 * The tree of a term, without the `=` that asks for exact case.
 * @throws NotationError when the term is malformed
 */
export function parseTerm(term: string): TermNode[] {
  return new Parser(term, term.startsWith('=') ? 1 : 0).parse();
}

class Parser {
  constructor(
    private readonly term: string,
    private at: number,
  ) {}

  parse(): TermNode[] {
    const nodes = this.sequence();
    if (this.at < this.term.length) {
      throw new NotationError(this.at, { en: '")" or "|" stands outside of parentheses', zh: '括号之外出现了“)”或“|”' });
    }
    return nodes;
  }

  private sequence(): TermNode[] {
    const nodes: TermNode[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') nodes.push({ type: 'text', text });
      text = '';
    };
    while (this.at < this.term.length) {
      const character = this.term[this.at] ?? '';
      if (character === ')' || character === '|') break;
      if (character === '\\') {
        text += this.term[this.at + 1] ?? '';
        this.at += 2;
      } else if (character === '(') {
        flush();
        nodes.push(this.optional(this.group()));
      } else if (character === '<') {
        flush();
        nodes.push(this.slot());
      } else if (this.term.startsWith('...', this.at)) {
        flush();
        nodes.push(this.gap());
      } else {
        const whole = String.fromCodePoint(this.term.codePointAt(this.at) ?? 0);
        this.at += whole.length;
        if (this.term[this.at] === '?') {
          flush();
          nodes.push(this.optional({ type: 'text', text: whole }));
        } else text += whole;
      }
    }
    flush();
    return nodes;
  }

  private group(): TermNode {
    const open = this.at++;
    const alternatives = [this.sequence()];
    while (this.term[this.at] === '|') {
      this.at++;
      alternatives.push(this.sequence());
    }
    if (this.term[this.at] !== ')') {
      throw new NotationError(open, { en: 'a "(" is never closed', zh: '“(”没有配对的“)”' });
    }
    this.at++;
    return { type: 'group', alternatives };
  }

  private optional(node: TermNode): TermNode {
    if (this.term[this.at] !== '?') return node;
    this.at++;
    return { type: 'group', alternatives: [[node], []] };
  }

  private slot(): TermNode {
    for (const kind of slotKinds) {
      if (this.term.startsWith(`<${kind}>`, this.at)) {
        this.at += kind.length + 2;
        return { type: 'slot', kind };
      }
    }
    throw new NotationError(this.at, {
      en: `unknown slot; the slots are ${slotNames}, and a "<" itself is written \\<`,
      zh: `未知的占位符；可用的有 ${slotNames}，“<”本身写作 \\<`,
    });
  }

  private gap(): TermNode {
    this.at += 3;
    const digits = /^\d{1,2}/u.exec(this.term.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    const words = digits === '' ? 3 : Number(digits);
    if (words < 1 || words > 12) {
      throw new NotationError(this.at, { en: 'a gap may be 1 to 12 words long', zh: '间隔只能是 1 到 12 个词' });
    }
    return { type: 'gap', words };
  }
}

function isStructural(node: TermNode): boolean {
  if (node.type === 'group') return node.alternatives.some((alternative) => alternative.some(isStructural));
  return node.type !== 'text';
}

/**
 * Multiplies out the alternatives that hold slots or gaps.
 * @throws NotationError when there are too many
 */
export function distribute(nodes: readonly TermNode[]): TermNode[][] {
  let sequences: TermNode[][] = [[]];
  for (const node of nodes) {
    const choices = node.type === 'group' && isStructural(node) ? node.alternatives.flatMap(distribute) : [[node]];
    sequences = sequences.flatMap((before) => choices.map((choice) => [...before, ...choice]));
    if (sequences.length > maxForms) throw tooMany();
  }
  return sequences;
}

const slotKinds: readonly (NumberKind | WordClass)[] = ['number', 'percent', ...wordClassNames];
const slotNames = slotKinds.map((kind) => `<${kind}>`).join(', ');
const classForms = new Map<WordClass, readonly string[]>();

function slotPart(kind: NumberKind | WordClass): Part {
  if (kind === 'number' || kind === 'percent') return { type: 'number', kind };
  let forms = classForms.get(kind);
  if (forms === undefined) classForms.set(kind, (forms = [...new Set(wordClasses[kind].map(foldString))]));
  return { type: 'words', forms, exact: undefined, wordClass: kind };
}

function toPattern(nodes: readonly TermNode[], exact: boolean, whole: boolean): TermPattern {
  const parts: Part[] = [];
  let run: TermNode[] = [];
  const flush = (): void => {
    const pieces = whole || exact ? [expand(run)] : divide(run);
    for (const written of pieces) parts.push(...wordsPart(written, exact));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'slot' || node.type === 'gap') {
      flush();
      parts.push(node.type === 'slot' ? slotPart(node.kind) : { type: 'gap', words: node.words });
    } else run.push(node);
  }
  flush();
  if (!parts.some((part) => part.type !== 'gap')) {
    throw new NotationError(0, { en: 'the term has no words that could be found', zh: '该术语没有可以查找的文字' });
  }
  if (parts[0]?.type === 'gap' || parts[parts.length - 1]?.type === 'gap') {
    throw new NotationError(0, { en: 'a term cannot begin or end with a gap', zh: '术语不能以间隔开头或结尾' });
  }
  return { parts };
}

/** The part of some words, if they are any. */
function wordsPart(written: readonly string[], exact: boolean): Part[] {
  const forms = new Map<string, string>();
  for (const form of written) {
    const folded = foldString(form.trim());
    if (folded !== '') forms.set(folded, form.trim());
  }
  if (forms.size === 0) return [];
  if (written.some((form) => foldString(form.trim()) === '')) {
    throw new NotationError(0, { en: 'everything between two slots or gaps is optional', zh: '两个占位符或间隔之间的内容不能全是可选的' });
  }
  return [{ type: 'words', forms: [...forms.keys()], exact: exact ? [...forms.values()] : undefined }];
}

/** Fewer forms than this are not worth a part of their own. */
const fewForms = 12;

/**
 * Divides a sequence between words into pieces whose forms are fewer together than those of the whole: `(a|b|c) (d|e|f)` has nine forms,
 * its pieces six. The pieces stand side by side, as the parts of a pattern do.
 */
function divide(run: readonly TermNode[]): string[][] {
  const forms = expand(run);
  if (forms.length < fewForms) return [forms];
  let best: { readonly at: number; readonly size: number } | undefined;
  for (let at = 1; at < run.length; at++) {
    const left = expand(run.slice(0, at));
    const right = expand(run.slice(at));
    const size = left.length + right.length;
    if (size * 2 > forms.length || (best !== undefined && best.size <= size)) continue;
    if (left.every((one) => right.every((other) => isBetweenWords(one, other)))) best = { at, size };
  }
  return best === undefined ? [forms] : [...divide(run.slice(0, best.at)), ...divide(run.slice(best.at))];
}

/** Whether two texts side by side are words of their own, wherever they stand: parts may have nothing or a space between them. */
function isBetweenWords(left: string, right: string): boolean {
  return /[a-z] $/iu.test(left) && /^[a-z]/iu.test(right)
    ? true
    : /[a-z]$/iu.test(left)
      ? /^ [a-z]/iu.test(right)
      : /\p{Script=Han}$/u.test(left) && /^\p{Script=Han}/u.test(right);
}

/** All texts that a sequence without slots and gaps stands for. */
function expand(nodes: readonly TermNode[]): string[] {
  let forms = [''];
  for (const node of nodes) {
    const choices = node.type === 'text' ? [node.text] : node.type === 'group' ? node.alternatives.flatMap(expand) : [];
    forms = forms.flatMap((before) => choices.map((choice) => before + choice));
    if (forms.length > maxForms) throw tooMany();
  }
  return forms;
}

function tooMany(): NotationError {
  return new NotationError(0, {
    en: `the term stands for more than ${maxForms} forms; write several terms`,
    zh: `该术语展开后超过 ${maxForms} 种写法；请拆成几个术语`,
  });
}
