import * as vscode from 'vscode';
import type { Level } from '../rules/level.js';
import type { SectionCount } from './reportOutline.js';

/** Scheme of the addresses that stand for rows of the Report view; no document has one, so that no tab is decorated. */
const scheme = 'deal-lens-section';

const colours: Readonly<Record<Level, string | undefined>> = {
  critical: 'list.errorForeground',
  caution: 'list.warningForeground',
  note: undefined,
  mention: undefined,
};

/**
 * The number at the right end of a row of the Report view, where a narrow view does not cut it off. Its words are in the
 * row's tooltip and accessible label.
 */
export class SectionDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.changed.event;

  private readonly registration = vscode.window.registerFileDecorationProvider(this);

  constructor(private readonly countOf: (sectionId: string) => SectionCount | undefined) {}

  /** The address of a section's row. */
  static uriOf(sectionId: string): vscode.Uri {
    return vscode.Uri.from({ scheme, path: `/${sectionId}` });
  }

  /** Shows the numbers of these sections again. */
  refresh(sectionIds: readonly string[]): void {
    this.changed.fire(sectionIds.map((id) => SectionDecorations.uriOf(id)));
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const count = this.countOf(uri.path.slice(1));
    if (count?.gravest === undefined) return undefined;
    const colour = colours[count.gravest];
    // A badge has room for two characters.
    const badge = String(Math.min(count.open, 99));
    return new vscode.FileDecoration(
      badge,
      undefined,
      colour === undefined ? undefined : new vscode.ThemeColor(colour),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changed).dispose();
  }
}
