/** The texts of `--help`: for the program, and for each command. */
export interface Help {
  readonly program: string;
  readonly check: string;
  readonly rules: string;
}

export const helpEnglish: Help = {
  program: `Deal Lens reviews deal memos for the terms on which US AI regulation bites, and cites the authority.

Usage: deal-lens COMMAND [OPTIONS]

Commands:
  check PATH…        review memos: files, folders, or - for standard input
  rules test [DIR]   run the examples of the rule packs and look for mistakes in them

Options:
  --lang en|zh-cn    language of messages (default: from LC_ALL, LC_MESSAGES or LANG)
  -h, --help         this text; after a command, what that command takes
  --version          the version of this program

Everything is done on this machine; no part of a memo leaves it.
`,
  check: `Usage: deal-lens check PATH… [OPTIONS]

Reviews the named files, the .md, .markdown and .txt files in the named folders, and standard input for -.
Folders are walked without hidden entries, node_modules and what .gitignore names; links to folders are not
followed. A file that is named outright is reviewed whatever its name: as Markdown by its ending, else as plain text.

Options:
  --format pretty|json    for people (default) or for programs
  --fail-on LEVEL         exit with 1 when a finding is at or above critical (default), caution, note or
                          mention; never: do not
  --rules DIR             use the rule packs of this folder too (*.yaml, *.yml, *.json; may be repeated)
  --stdin-filename NAME   the name of what comes on standard input; its ending says how it is read
                          (without it, as Markdown)
  --lang en|zh-cn         language of messages (default: from LC_ALL, LC_MESSAGES or LANG)
  -h, --help              this text

Exit code: 0 nothing at or above --fail-on, 1 something, 2 part of what was asked could not be done (said in one
line on standard error; the rest is still reviewed). Suppressed findings are shown and never fail the run.
Lines and columns count from 1, columns in UTF-16 units; a byte order mark is the first unit of line 1.
Colour follows NO_COLOR and FORCE_COLOR, else whether the output is a terminal.
`,
  rules: `Usage: deal-lens rules test [DIR] [OPTIONS]

Runs the examples of the built-in rule packs, or of the packs in DIR (*.yaml, *.yml, *.json) on top of them, and looks
for mistakes in the data: a term that can never match or that no example exercises, two rules that own one term, a rule
without examples, an authority without link or date, a section that does not exist.

Options:
  --lang en|zh-cn    language of messages (default: from LC_ALL, LC_MESSAGES or LANG)
  -h, --help         this text

Exit code: 0 all is well, 1 an example failed or a mistake was found, 2 the packs could not be read.
`,
};

export const helpChinese: Help = {
  program: `Deal Lens 审阅投资备忘录，标出受美国人工智能监管影响的用语，并给出依据。

用法：deal-lens 命令 [选项]

命令：
  check 路径…        审阅文件或文件夹；- 表示标准输入
  rules test [目录]  运行规则包里的例句，并检查规则包有无差错

选项：
  --lang en|zh-cn    提示语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help         显示本说明；放在命令之后则显示该命令的说明
  --version          显示版本号

全部工作在本机完成，文件内容不会离开本机。
`,
  check: `用法：deal-lens check 路径… [选项]

审阅给出的文件、给出的文件夹中的 .md、.markdown 和 .txt 文件，以及标准输入（用 - 表示）。
遍历文件夹时略过隐藏项、node_modules 和 .gitignore 所列内容，不跟随指向文件夹的链接。直接点名的文件不论叫
什么都会审阅：按扩展名识别 Markdown，其余按纯文本处理。

选项：
  --format pretty|json    供人阅读（默认）或供程序读取
  --fail-on 级别          有发现达到该级别即以 1 退出：critical（默认）、caution、note、mention；
                          never 表示从不
  --rules 目录            同时使用该目录中的规则包（*.yaml、*.yml、*.json；可重复给出）
  --stdin-filename 名称   标准输入内容的文件名，按扩展名决定读法（不给出则按 Markdown）
  --lang en|zh-cn         提示语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help              显示本说明

退出码：0 没有达到 --fail-on 的发现；1 有；2 有一部分无法完成（在标准错误输出一行说明，其余照常审阅）。
已忽略的发现照样列出，但不影响退出码。行、列从 1 起计，列按 UTF-16 编码单元计；BOM 算作第 1 行的第一个单元。
颜色依 NO_COLOR、FORCE_COLOR 而定，否则看输出是否为终端。
`,
  rules: `用法：deal-lens rules test [目录] [选项]

运行内置规则包的例句；给出目录时，在内置规则之上运行该目录中规则包（*.yaml、*.yml、*.json）的例句。同时检查数据
差错：永远不会命中的用语、没有例句覆盖的用语、被两条规则共有的用语、缺少例句的规则、缺少链接或日期的依据、不存在的
报告章节。

选项：
  --lang en|zh-cn    提示语言（默认取自 LC_ALL、LC_MESSAGES 或 LANG）
  -h, --help         显示本说明

退出码：0 一切正常；1 有例句未通过或发现差错；2 规则包无法读取。
`,
};
