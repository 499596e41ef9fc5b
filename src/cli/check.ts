import type { Refusal } from '../memo/memo.js';
import { isSkipped, type Failure } from '../output/failure.js';
import { jsonReport } from '../output/json.js';
import { count, emptyTally, prettyMemo, prettySummary, prettyUnreviewed, type Look } from '../output/pretty.js';
import { Recorder, type FindingRecord } from '../output/record.js';
import { review, type Review } from '../review/review.js';
import { builtinRuleset } from '../rules/builtin.js';
import { atLeast } from '../rules/level.js';
import type { Ruleset } from '../rules/ruleset.js';
import { Lines } from '../text/lines.js';
import type { CheckCommand } from './arguments.js';
import { decode } from './decode.js';
import { findMemos, formatOf, standardInput, type MemoFile } from './files.js';
import { errorLine, type ExitCode, type Host } from './host.js';
import { readBytes, readFileBytes } from './input.js';
import { messages, type Messages } from './messages.js';
import { readPacks } from './packs.js';
import { Progress } from './progress.js';
import { stylerFor, wantsColour } from './terminal.js';

/** `deal-lens check`: reviews memos one after the other and shows each result as it comes (JSON: all at the end). */
export async function check(command: CheckCommand, host: Host): Promise<ExitCode> {
  const say = messages[command.language];
  const run = new Run(command, host, say);
  const packs = [];
  for (const folder of command.rules) packs.push(...(await readPacks(folder, command.language, run.fail)));
  const ruleset = builtinRuleset(packs.map(({ pack }) => pack));
  const memos = await findMemos(command.paths, say, run.fail);
  await run.reviewAll(memos, ruleset);
  return run.finish();
}

/** The text of a memo as it was read, and what the review made of it. */
interface Reviewed {
  readonly text: string;
  readonly review: Review;
}

class Run {
  private readonly failures: Failure[] = [];
  private readonly pending: Failure[] = [];
  private readonly files: string[] = [];
  private readonly records: FindingRecord[] = [];
  private readonly tally = emptyTally();
  private readonly progress: Progress;
  private failing = false;

  constructor(
    private readonly command: CheckCommand,
    private readonly host: Host,
    private readonly say: Messages,
  ) {
    const isCapable = host.errors.isTerminal && host.environment.TERM !== 'dumb';
    this.progress = new Progress(host.errors, isCapable, say.reviewing);
  }

  /** Notes a failure; it is said before the next output. */
  readonly fail = (failure: Failure): void => {
    this.failures.push(failure);
    this.pending.push(failure);
  };

  async reviewAll(memos: readonly MemoFile[], ruleset: Ruleset): Promise<void> {
    const look = this.look(ruleset);
    const recorder = new Recorder(ruleset, this.command.language);
    const totalSize = memos.reduce((sum, memo) => sum + memo.size, 0);
    let size = 0;
    for (const [index, memo] of memos.entries()) {
      await this.sayFailures();
      await this.progress.show(index + 1, memos.length, totalSize === 0 ? index / memos.length : size / totalSize);
      const file = memo.file === standardInput ? (this.command.stdinFilename ?? memo.file) : memo.file;
      const result = await this.reviewOne(memo, file, ruleset);
      size += memo.size;
      if ('kind' in result) await this.showFailure(result, look);
      else await this.show(file, result, recorder, look);
    }
    await this.progress.clear();
    await this.sayFailures();
    if (this.command.format === 'json') {
      await this.host.output.writeAll(jsonReport(this.files, this.records, this.failures));
    } else if (memos.length > 0) {
      await this.host.output.write(prettySummary(this.tally, look));
    }
  }

  finish(): ExitCode {
    if (this.failures.length > 0 || this.host.output.failure !== undefined) return 2;
    return this.failing ? 1 : 0;
  }

  private async reviewOne(memo: MemoFile, file: string, ruleset: Ruleset): Promise<Reviewed | Failure> {
    const isInput = memo.file === standardInput;
    let bytes: Uint8Array | undefined;
    try {
      if (isInput && this.host.input.isTTY === true) await this.host.errors.write(`${this.say.typeOrPipe}\n`);
      bytes = await (isInput ? readBytes(this.host.input) : readFileBytes(memo.file));
    } catch (error) {
      return { kind: 'unreadable', file, message: this.say.cannotRead(error) };
    }
    if (bytes === undefined) return { kind: 'too-large', file, message: this.say.tooManyBytes };
    const decoded = decode(bytes);
    if (!('text' in decoded)) {
      return { kind: decoded.kind, file, byteOffset: decoded.byteOffset, message: this.say.notText(decoded) };
    }
    const format =
      isInput && this.command.stdinFilename !== undefined ? formatOf(this.command.stdinFilename) : memo.format;
    try {
      const made = review(decoded.text, format, ruleset);
      return made.refusal === undefined
        ? { text: decoded.text, review: made }
        : refused(file, decoded.text, made.refusal, this.say);
    } catch (error) {
      return { kind: 'internal', file, message: this.say.internal(error) };
    }
  }

  private async show(file: string, { text, review: made }: Reviewed, recorder: Recorder, look: Look): Promise<void> {
    const lines = new Lines(text);
    const records = made.findings.map((finding) => recorder.record(file, lines, finding));
    this.files.push(file);
    count(this.tally, records);
    const { failOn } = this.command;
    this.failing ||=
      failOn !== 'never' && records.some((one) => one.suppressed === undefined && atLeast(one.level, failOn));
    for (const { message, span } of made.frontMatter?.problems ?? []) {
      const { line, column } = lines.positionAt(span.start);
      await this.progress.clear();
      const place = { file, line: line + 1, column: column + 1 };
      await this.host.errors.write(errorLine({ ...place, message: this.say.frontMatter(message) }));
    }
    if (this.command.format === 'json') {
      // Not spread: a large memo has more findings than a call may have arguments.
      for (const record of records) this.records.push(record);
      return;
    }
    await this.progress.clear();
    const spans = made.findings.map((finding) => finding.span);
    await this.host.output.writeAll(prettyMemo(file, lines, records, spans, look));
  }

  private async showFailure(failure: Failure, look: Look): Promise<void> {
    this.fail(failure);
    await this.sayFailures();
    const skipped = isSkipped(failure);
    if (skipped) this.tally.skipped++;
    else this.tally.failed++;
    if (this.command.format === 'pretty') await this.host.output.write(prettyUnreviewed(failure.file, skipped, look));
  }

  private async sayFailures(): Promise<void> {
    if (this.pending.length > 0) await this.progress.clear();
    for (const failure of this.pending.splice(0)) await this.host.errors.write(errorLine(failure));
  }

  private look({ knowledge }: Ruleset): Look {
    const { output, environment } = this.host;
    const { language } = this.command;
    const titles = new Map(knowledge.sections.map((section) => [section.id, section.title[language]]));
    return {
      styler: stylerFor(wantsColour(output.isTerminal, environment)),
      words: this.say,
      width: output.width,
      sectionTitle: (section) => titles.get(section),
    };
  }
}

function refused(file: string, text: string, refusal: Refusal, say: Messages): Failure {
  const { reason, measure = 'marks', limit, actual, offset } = refusal;
  if (reason === 'too-large') return { kind: reason, file, message: say.tooLarge(limit, actual) };
  const { line, column } = new Lines(text).positionAt(offset);
  const message = reason === 'too-deep' ? say.tooDeep(limit, actual) : say.tooDense(measure, limit, actual);
  return { kind: reason, file, line: line + 1, column: column + 1, message };
}
