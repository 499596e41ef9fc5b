import { expect } from 'chai';
import * as vscode from 'vscode';
import {
  closeEverything,
  codeOf,
  openFile,
  openUntitled,
  untilCount,
  untilDiagnostics,
  workspaceFolder,
  writeFile,
} from '../support.js';

const folder = '.deal-lens/rules';

/** A small pack of a team's own, in the form that rules/README.md describes. */
const good = `topic: advanced-chips
authorities:
  house-list:
    citation: { en: "House list of 2026", zh: "2026 年内部清单" }
    url: https://example.com/house-list
    status: in-force
    checked: 2026-11-01
    confidence: official
rules:
  - id: advanced-chips/house-word
    level: caution
    terms:
      en: ["zorbium chip"]
      zh: ["佐比姆芯片"]
    title: { en: "House word", zh: "内部术语" }
    message:
      en: "Our own list names this chip: ask the export desk before anything is signed."
      zh: "内部清单列明该芯片：签约前请先咨询出口管制部门。"
    advice:
      en: "Ask the export desk."
      zh: "请咨询出口管制部门。"
    authorities: [house-list]
    examples:
      hit:
        en: ["Ten zorbium chips arrive."]
        zh: ["十枚佐比姆芯片到货。"]
      miss:
        en: ["Ten chips arrive."]
        zh: ["十枚芯片到货。"]
`;

describe('packs of the workspace', () => {
  afterEach(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), '.deal-lens'), { recursive: true });
  });

  it('come into force when they are written and go when they are deleted', async () => {
    const document = await openFile(await writeFile('packs.md', 'Ten zorbium chips and an H100.\n'));
    await untilCount(document.uri, 1);
    const uri = await writeFile(`${folder}/house.yaml`, good);
    const rows = await untilCount(document.uri, 2);
    expect(rows.map(codeOf)).to.include('advanced-chips/house-word');
    await vscode.workspace.fs.delete(uri);
    await untilCount(document.uri, 1);
  });

  it('are reported at the place of a mistake, while the others go on working', async () => {
    await writeFile(`${folder}/house.yaml`, good);
    const broken = await writeFile(`${folder}/broken.yaml`, good.replace('level: caution', 'level: grave'));
    const document = await openFile(await writeFile('packs.md', 'Ten zorbium chips and an H100.\n'));
    const [problem] = await untilDiagnostics(broken, ({ length }) => length > 0);
    expect(problem?.severity).to.equal(vscode.DiagnosticSeverity.Error);
    expect(problem?.range.start.line).to.equal(good.split('\n').indexOf('    level: caution'));
    expect(problem?.message).to.include('level');
    const rows = await untilCount(document.uri, 2);
    expect(rows.map(codeOf)).to.include('advanced-chips/house-word');
    await writeFile(
      `${folder}/broken.yaml`,
      good.replace('house-word', 'other-word').replaceAll('zorbium', 'quarkium').replaceAll('佐比姆', '夸克'),
    );
    await untilCount(broken, 0);
  });

  it('keep the last good reading in force while they are being rewritten', async () => {
    const uri = await writeFile(`${folder}/house.yaml`, good);
    const document = await openFile(await writeFile('packs.md', 'Ten zorbium chips.\n'));
    await untilCount(document.uri, 1);
    await writeFile(`${folder}/house.yaml`, `${good}\n  - nonsense: [`);
    await untilDiagnostics(uri, ({ length }) => length > 0);
    await untilCount(document.uri, 1);
  });

  it('count for a memo that is not saved yet', async () => {
    await writeFile(`${folder}/house.yaml`, good);
    const document = await openUntitled('Ten zorbium chips.\n');
    await untilCount(document.uri, 1);
  });
});
