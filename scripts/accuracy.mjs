// @ts-check
/*
 * Scores the review against labelled memos: `npm run accuracy [--quiet] [folder …]`. A folder holds memos and, beside each, its labels
 * (`NAME.gold.json`; the form and the policy are described in test/accuracy/README.md). Without a folder, our own labelled set and, where it
 * lies beside the project, the calibration set are scored.
 *
 * A `must` label is found when a finding of one of its topics overlaps it; a finding that overlaps no label is a false alarm; a finding that
 * overlaps a `negative` of its topic is a hard-negative false alarm as well.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKnowledge } from './lib/knowledge.mjs';
import { root } from './lib/root.mjs';
import { importTypeScript } from './lib/typescript.mjs';

/**
 * @typedef {{ line: number, column: number, endLine: number, endColumn: number, text: string }} Place 1-based, end exclusive
 * @typedef {Place & { topics: string[], level: 'must' | 'may', implicit?: boolean, polarity?: string }} Label
 * @typedef {Place & { falseTopics: string[], why: string }} Negative
 * @typedef {{ file: string, language: 'en' | 'zh', findings: Label[], negatives: Negative[] }} Gold
 * @typedef {{ start: number, end: number }} Span
 */

const quiet = process.argv.includes('--quiet');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const folders =
  asked.length > 0
    ? asked
    : [path.join(root, 'test/accuracy/memos'), path.join(root, '../shared/calibration')].filter((folder) =>
        existsSync(folder),
      );

const { knowledge, problems } = await readKnowledge({ examples: false });
for (const problem of problems) console.error(problem);
const { compileRuleset, review, Lines } = await importTypeScript('scripts/lib/packCheck.ts');
const ruleset = compileRuleset(knowledge);

class Score {
  found = 0;
  missed = 0;
  implicitFound = 0;
  implicitMissed = 0;
  right = 0;
  wrong = 0;
  hardNegatives = 0;
  levels = 0;
  wrongLevels = 0;

  get recall() {
    return ratio(this.found, this.found + this.missed);
  }
  get precision() {
    return ratio(this.right, this.right + this.wrong);
  }
  get f1() {
    const { recall, precision } = this;
    return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  }
}

/** @param {number} part @param {number} whole */
function ratio(part, whole) {
  return whole === 0 ? 1 : part / whole;
}

let failed = problems.length > 0;
for (const folder of folders) {
  /** @type {Map<string, Score>} */
  const scores = new Map();
  const scoreOf = (/** @type {string} */ name) => {
    const score = scores.get(name) ?? new Score();
    scores.set(name, score);
    return score;
  };
  const names = (await readdir(folder)).filter((name) => name.endsWith('.gold.json')).sort();
  for (const name of names) {
    /** @type {Gold} */
    const gold = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    const text = await readFile(path.join(folder, gold.file), 'utf8');
    scoreMemo(gold, text, scoreOf);
  }
  console.log(`\n${path.relative(root, folder)}: ${names.length} memos`);
  const order = ['all', 'en', 'zh', ...[...scores.keys()].filter((key) => !['all', 'en', 'zh'].includes(key)).sort()];
  const table = order.filter((key) => scores.has(key)).map((key) => row(key, scoreOf(key)));
  console.table(Object.fromEntries(table));
  const all = scoreOf('all');
  if (all.hardNegatives > 0 || all.f1 < 0.95) failed = true;
}
if (failed) process.exitCode = 1;

/** @param {string} name @param {Score} score */
function row(name, score) {
  return /** @type {const} */ ([
    name,
    {
      must: score.found + score.missed,
      recall: round(score.recall),
      implicit: `${score.implicitFound}/${score.implicitFound + score.implicitMissed}`,
      findings: score.right + score.wrong,
      precision: round(score.precision),
      F1: round(score.f1),
      'hard negatives': score.hardNegatives,
      'negated right': `${score.levels - score.wrongLevels}/${score.levels}`,
    },
  ]);
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(3));
}

/** @param {Gold} gold @param {string} text @param {(name: string) => Score} scoreOf */
function scoreMemo(gold, text, scoreOf) {
  const lines = new Lines(text);
  const spanOf = (/** @type {Place} */ { line, column, endLine, endColumn }) => ({
    start: lines.offsetAt({ line: line - 1, column: column - 1 }),
    end: lines.offsetAt({ line: endLine - 1, column: endColumn - 1 }),
  });
  const format = gold.file.endsWith('.txt') ? 'plaintext' : 'markdown';
  /** @type {{ span: Span, text: string, topic: string, rule: string, level: string, negated: boolean }[]} */
  const findings = review(text, format, ruleset).findings.filter(
    (/** @type {any} */ one) => one.topic !== 'suppression',
  );
  const say = (/** @type {string} */ what, /** @type {number} */ offset, /** @type {string} */ detail) => {
    if (quiet) return;
    const { line, column } = lines.positionAt(offset);
    console.log(
      `${gold.file}:${line + 1}:${column + 1} ${what} ${detail} — ${JSON.stringify(lines.lineText(line).trim().slice(0, 160))}`,
    );
  };
  const labels = gold.findings.map((label) => ({ ...label, span: spanOf(label) }));
  for (const label of labels) {
    if (label.level !== 'must') continue;
    const over = findings.filter((one) => overlaps(one.span, label.span));
    const fitting = over.filter((one) => label.topics.includes(one.topic));
    const groups = ['all', gold.language, label.topics[0] ?? ''].map(scoreOf);
    for (const score of groups) {
      if (fitting.length > 0) score.found++;
      else score.missed++;
      if (label.implicit === true && fitting.length > 0) score.implicitFound++;
      else if (label.implicit === true) score.implicitMissed++;
    }
    if (fitting.length === 0) {
      const instead = over.length === 0 ? '' : `, found instead: ${over.map((one) => one.rule).join(', ')}`;
      say('missed', label.span.start, `${JSON.stringify(label.text)} (${label.topics.join(' or ')})${instead}`);
      continue;
    }
    const wantsLow = label.polarity === 'negated';
    const isLow = fitting.every((one) => one.level === 'mention');
    for (const score of groups) {
      if (wantsLow) score.levels++;
      if (wantsLow && !isLow) score.wrongLevels++;
    }
    if (wantsLow && !isLow) say('not lowered', label.span.start, JSON.stringify(label.text));
    if (!wantsLow && fitting.every((one) => one.negated)) {
      say('lowered', label.span.start, `${JSON.stringify(label.text)} as negated`);
    }
  }
  const negatives = gold.negatives.map((negative) => ({ ...negative, span: spanOf(negative) }));
  for (const finding of findings) {
    const groups = ['all', gold.language, finding.topic].map(scoreOf);
    const isLabelled = labels.some((label) => overlaps(label.span, finding.span));
    for (const score of groups) {
      if (isLabelled) score.right++;
      else score.wrong++;
    }
    const hard = negatives.find((one) => overlaps(one.span, finding.span) && one.falseTopics.includes(finding.topic));
    if (hard !== undefined && !isLabelled) for (const score of groups) score.hardNegatives++;
    if (!isLabelled) {
      const what = hard === undefined ? 'false alarm' : `hard negative (${hard.why})`;
      say(what, finding.span.start, `${JSON.stringify(finding.text)} ${finding.rule}`);
    }
  }
}

/** @param {Span} a @param {Span} b */
function overlaps(a, b) {
  return a.start < b.end && b.start < a.end;
}
