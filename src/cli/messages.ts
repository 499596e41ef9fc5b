import type { PrettyWords, Tally } from '../output/pretty.js';
import { countsByLevel } from '../output/pretty.js';
import type { Language } from '../output/language.js';
import type { Decoded } from './decode.js';
import { maximumBytes } from './input.js';
import { helpEnglish, helpChinese, type Help } from './help.js';

const mebibyte = 1024 * 1024;

type Undecodable = Exclude<Decoded, { text: string }>;

/** Everything the program says, in one language. Sentences about a file leave its path out: that stands before them. */
export interface Messages extends PrettyWords {
  readonly help: Help;

  // The command line.
  readonly noCommand: string;
  readonly unknownCommand: (name: string) => string;
  readonly unknownOption: (name: string, command: string) => string;
  readonly unexpected: (argument: string) => string;
  readonly missingValue: (option: string) => string;
  readonly needlessValue: (option: string) => string;
  readonly badValue: (option: string, value: string, accepted: readonly string[]) => string;
  readonly noPaths: string;
  readonly notYet: (what: string) => string;

  // Files.
  readonly cannotRead: (error: unknown) => string;
  readonly noMemos: string;
  readonly noPacks: string;
  readonly notText: (why: Undecodable) => string;
  readonly tooManyBytes: string;
  readonly tooLarge: (limit: number, actual: number) => string;
  readonly tooDeep: (limit: number, actual: number) => string;
  readonly tooDense: (measure: 'marks' | 'lines' | 'characters', limit: number, actual: number) => string;
  readonly internal: (error: unknown) => string;
  readonly frontMatter: (problem: string) => string;
  readonly typeOrPipe: string;
  readonly reviewing: (done: number, total: number) => string;
  readonly cannotWrite: (error: unknown) => string;
  /** The program itself failed, in no particular file. */
  readonly broken: (error: unknown) => string;

  // rules test
  readonly tested: (packs: number, rules: number) => string;
  /** The last line of the run; other programs read it, so it begins with the two numbers in either language. */
  readonly testResult: (passed: number, failed: number) => string;
  readonly problems: (count: number) => string;
}

/** The catalogue: the same keys in both languages, which the type sees to. */
export const messages: Readonly<Record<Language, Messages>> = {
  en: {
    help: helpEnglish,
    levels: { critical: 'critical', caution: 'caution', note: 'note', mention: 'mention' },
    statuses: {
      'in-force': 'in force',
      suspended: 'suspended',
      rescinded: 'rescinded',
      superseded: 'superseded',
      proposed: 'proposed',
    },
    confidences: {
      official: 'official source',
      secondary: 'secondary source',
      memory: 'from memory: confirm',
      unverified: 'unverified: confirm with counsel',
    },
    authority: 'authority',
    asAbove: (line) => `as for line ${line}`,
    section: 'report',
    state: 'state',
    value: 'value',
    lowered: {
      denied: 'denied in the memo, so it is shown as a mention',
      supposed: 'only supposed in the memo, so it is shown as a mention',
      quoted: 'quoted as a word in the memo, so it is shown as a mention',
    },
    suppressed: (reason) =>
      reason === '' ? 'suppressed in the memo, without a reason' : `suppressed in the memo: ${reason}`,
    checked: (date) => `checked ${date}`,
    clean: 'no findings',
    skipped: 'skipped, not reviewed',
    failed: 'could not be reviewed',
    summary: (tally) => {
      const counts = countsByLevel(tally).map(([level, count]) => `${count} ${level}`);
      const parts = [
        `${number(tally.reviewed, 'memo', 'memos')} reviewed: ${counts.length === 0 ? 'no open findings' : counts.join(', ')}`,
        ...otherCounts(tally, {
          suppressed: (count) => `${count} suppressed`,
          clean: (count) => `${number(count, 'memo', 'memos')} without findings`,
          skipped: (count) => `${count} skipped`,
          failed: (count) => `${count} could not be reviewed`,
        }),
      ];
      return `${parts.join('; ')}.`;
    },
    disclaimer: 'Deal Lens flags terms and cites sources. It does not decide, and it is not legal advice.',

    noCommand: 'no command given; "deal-lens --help" lists them',
    unknownCommand: (name) => `there is no command "${name}"; "deal-lens --help" lists them`,
    unknownOption: (name, command) => `there is no option ${name}; "${command} --help" lists them`,
    unexpected: (argument) => `"${argument}" is one argument too many`,
    missingValue: (option) => `${option} needs a value`,
    needlessValue: (option) => `${option} takes no value`,
    badValue: (option, value, accepted) => `${option} cannot be "${value}"; it is one of ${accepted.join(', ')}`,
    noPaths: 'name the files or folders to review, or - for standard input',
    notYet: (what) => `${what} is not available yet in this version`,

    cannotRead: (error) => `cannot be read: ${reasonEnglish(error)}`,
    noMemos: 'no memo in this folder: looked for .md, .markdown and .txt that are not hidden or ignored',
    noPacks: 'no rule pack in this folder: looked for .yaml, .yml and .json',
    notText: (why) => {
      if (why.kind === 'encoding') {
        switch (why.looksLike) {
          case 'UTF-16':
          case 'UTF-32':
            return `is ${why.looksLike}, not UTF-8 (byte offset ${why.byteOffset}): save it as UTF-8`;
          case 'GB18030':
            return `is not UTF-8: byte ${hex(why.byte)} at byte offset ${why.byteOffset}; it may be GBK/GB18030: save it as UTF-8`;
          default:
            return `is not UTF-8: byte ${hex(why.byte)} at byte offset ${why.byteOffset}: save it as UTF-8`;
        }
      }
      switch (why.looksLike) {
        case 'pdf':
          return 'is a PDF, not text (byte offset 0): export it as Markdown or plain text first';
        case 'word':
          return 'is a Word document, not text (byte offset 0): save it as Markdown or plain text first';
        case 'zip':
          return 'is a ZIP archive, not text (byte offset 0): unpack it first';
        default:
          return `is binary, not text: the first byte that no text has is at byte offset ${why.byteOffset}`;
      }
    },
    tooManyBytes: `has more than ${maximumBytes / mebibyte} MiB, which is the most that is read: split it`,
    tooLarge: (limit, actual) => `is too large to review: ${actual} characters, the limit is ${limit}: split it`,
    tooDeep: (limit, actual) =>
      `is nested too deeply to review: ${actual} levels of quotes or lists, the limit is ${limit}`,
    tooDense: (measure, limit, actual) => {
      switch (measure) {
        case 'marks':
          return `has a paragraph with ${actual} or more marks of emphasis, links and cells, the limit is ${limit}: split it`;
        case 'lines':
          return `has a block of ${actual} lines to be read at once, the limit is ${limit}: split it, as by a heading`;
        case 'characters':
          return `has a block of ${actual} characters to be read at once, the limit is ${limit}: split it, as by a heading`;
      }
    },
    internal: (error) => `could not be reviewed because of an internal error: ${reasonEnglish(error)}`,
    frontMatter: (problem) => `front matter cannot be read: ${problem}`,
    typeOrPipe: 'reading the memo from standard input; end it with Ctrl+D',
    reviewing: (done, total) => `Reviewing memo ${done} of ${total}`,
    cannotWrite: (error) => `the output cannot be written: ${reasonEnglish(error)}`,
    broken: (error) => `stopped by an internal error: ${reasonEnglish(error)}`,

    tested: (packs, rules) =>
      `${number(packs, 'rule pack', 'rule packs')}, ${number(rules, 'rule', 'rules')}; examples:`,
    testResult: (passed, failed) => `${passed} passed, ${failed} failed`,
    problems: (count) => `${number(count, 'problem', 'problems')} in the rule packs`,
  },

  zh: {
    help: helpChinese,
    levels: { critical: '重大', caution: '警示', note: '关注', mention: '提及' },
    statuses: {
      'in-force': '现行有效',
      suspended: '暂停施行',
      rescinded: '已撤销',
      superseded: '已被取代',
      proposed: '拟议中',
    },
    confidences: {
      official: '官方来源',
      secondary: '二手来源',
      memory: '凭记忆，须核对',
      unverified: '未核实，请与律师确认',
    },
    authority: '依据',
    asAbove: (line) => `同第 ${line} 行`,
    section: '报告',
    state: '状态',
    value: '数值',
    lowered: {
      denied: '文中作否定表述，按“提及”列出',
      supposed: '文中只是假设，按“提及”列出',
      quoted: '文中只是引用该词，按“提及”列出',
    },
    suppressed: (reason) => (reason === '' ? '文中已标记忽略，但未写理由' : `文中已标记忽略，理由：${reason}`),
    checked: (date) => `核对于 ${date}`,
    clean: '未发现问题',
    skipped: '已跳过，未审阅',
    failed: '无法审阅',
    summary: (tally) => {
      const words = messages.zh.levels;
      const counts = countsByLevel(tally).map(([level, count]) => `${words[level]} ${count} 处`);
      const parts = [
        `已审阅 ${tally.reviewed} 份文件：${counts.length === 0 ? '没有待处理的发现' : counts.join('、')}`,
        ...otherCounts(tally, {
          suppressed: (count) => `已忽略 ${count} 处`,
          clean: (count) => `${count} 份未发现问题`,
          skipped: (count) => `跳过 ${count} 份`,
          failed: (count) => `${count} 份无法审阅`,
        }),
      ];
      return `${parts.join('；')}。`;
    },
    disclaimer: 'Deal Lens 只标出用语、给出依据，不作判断，也不构成法律意见。',

    noCommand: '没有给出命令；运行“deal-lens --help”查看命令',
    unknownCommand: (name) => `没有“${name}”这个命令；运行“deal-lens --help”查看命令`,
    unknownOption: (name, command) => `没有 ${name} 这个选项；运行“${command} --help”查看选项`,
    unexpected: (argument) => `多了一个参数“${argument}”`,
    missingValue: (option) => `${option} 后面缺少取值`,
    needlessValue: (option) => `${option} 不带取值`,
    badValue: (option, value, accepted) => `${option} 不能是“${value}”，只能是 ${accepted.join('、')} 之一`,
    noPaths: '请给出要审阅的文件或文件夹，或用 - 表示标准输入',
    notYet: (what) => `本版本还不支持 ${what}`,

    cannotRead: (error) => `无法读取：${reasonChinese(error)}`,
    noMemos: '该文件夹里没有可审阅的文件：只查找未隐藏、未被忽略的 .md、.markdown 和 .txt',
    noPacks: '该文件夹里没有规则包：只查找 .yaml、.yml 和 .json',
    notText: (why) => {
      if (why.kind === 'encoding') {
        switch (why.looksLike) {
          case 'UTF-16':
          case 'UTF-32':
            return `编码是 ${why.looksLike}，不是 UTF-8（字节偏移 ${why.byteOffset}）：请另存为 UTF-8`;
          case 'GB18030':
            return `不是 UTF-8：字节偏移 ${why.byteOffset} 处是 ${hex(why.byte)}；可能是 GBK/GB18030，请另存为 UTF-8`;
          default:
            return `不是 UTF-8：字节偏移 ${why.byteOffset} 处是 ${hex(why.byte)}；请另存为 UTF-8`;
        }
      }
      switch (why.looksLike) {
        case 'pdf':
          return '是 PDF，不是文本（字节偏移 0）：请先导出为 Markdown 或纯文本';
        case 'word':
          return '是 Word 文档，不是文本（字节偏移 0）：请先另存为 Markdown 或纯文本';
        case 'zip':
          return '是 ZIP 压缩包，不是文本（字节偏移 0）：请先解压';
        default:
          return `是二进制文件，不是文本：字节偏移 ${why.byteOffset} 处出现了文本里不会有的字节`;
      }
    },
    tooManyBytes: `超过 ${maximumBytes / mebibyte} MiB，已到读取上限：请拆分后再审阅`,
    tooLarge: (limit, actual) => `篇幅过大，无法审阅：共 ${actual} 个字符，上限为 ${limit}；请拆分后再审阅`,
    tooDeep: (limit, actual) => `嵌套过深，无法审阅：引用或列表共 ${actual} 层，上限为 ${limit} 层`,
    tooDense: (measure, limit, actual) => {
      switch (measure) {
        case 'marks':
          return `有一段的强调、链接和单元格标记达 ${actual} 个，上限为 ${limit}：请拆分该段`;
        case 'lines':
          return `有一块内容须整体读取，共 ${actual} 行，上限为 ${limit}：请用标题等拆分`;
        case 'characters':
          return `有一块内容须整体读取，共 ${actual} 个字符，上限为 ${limit}：请用标题等拆分`;
      }
    },
    internal: (error) => `因内部错误无法审阅：${reasonChinese(error)}`,
    frontMatter: (problem) => `无法解析文件头（front matter）：${problem}`,
    typeOrPipe: '正在从标准输入读取；按 Ctrl+D 结束',
    reviewing: (done, total) => `正在审阅第 ${done} 份，共 ${total} 份`,
    cannotWrite: (error) => `无法写出结果：${reasonChinese(error)}`,
    broken: (error) => `因内部错误中止：${reasonChinese(error)}`,

    tested: (packs, rules) => `${packs} 个规则包，共 ${rules} 条规则；例句：`,
    testResult: (passed, failed) => `${passed} passed, ${failed} failed`,
    problems: (count) => `规则包中有 ${count} 处问题`,
  },
};

function otherCounts(
  tally: Tally,
  words: Readonly<Record<'suppressed' | 'clean' | 'skipped' | 'failed', (count: number) => string>>,
): string[] {
  return (['suppressed', 'clean', 'skipped', 'failed'] as const)
    .filter((key) => tally[key] > 0)
    .map((key) => words[key](tally[key]));
}

function number(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function reasonEnglish(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'ENOTDIR':
      return 'a part of the path is no folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ELOOP':
      return 'the links go in a circle';
    case 'ENOSPC':
      return 'no space left';
    default:
      return describe(error);
  }
}

function reasonChinese(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return '文件或文件夹不存在';
    case 'ENOTDIR':
      return '路径中有一段不是文件夹';
    case 'EACCES':
    case 'EPERM':
      return '没有权限';
    case 'ELOOP':
      return '链接成环';
    case 'ENOSPC':
      return '磁盘空间不足';
    default:
      return describe(error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/gu, ' ');
}
