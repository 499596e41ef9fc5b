import * as vscode from 'vscode';
import { fill, type Language, type Words } from './wordForms.js';
import type { Log } from './log.js';
import type { LanguageSetting } from './settingValues.js';

interface Chosen {
  readonly language: Language;
  /** English sentence → sentence of the language; English needs none. */
  readonly bundle: Readonly<Record<string, string>>;
}

/**
 * The words in force. With `dealLens.language` on `auto` they follow VS Code's display language, through VS Code's own
 * bundle; with a language chosen, that language's bundle is read from the extension's `l10n` folder.
 */
export class WordsInForce implements Words, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private setting: LanguageSetting = 'auto';
  private chosen: Chosen | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  get language(): Language {
    return this.chosen?.language ?? displayLanguage();
  }

  t(message: string, ...values: (string | number)[]): string {
    if (this.chosen === undefined) return vscode.l10n.t(message, ...values);
    return fill(this.chosen.bundle[message] ?? message, values);
  }

  /** The words of a language, whichever is in force: for what is written in one language for good. */
  async of(language: Language): Promise<Words> {
    if (language === this.language) return this;
    const { bundle } = await this.read(language === 'zh' ? 'zh-cn' : 'en');
    return { language, t: (message, ...values) => fill(bundle[message] ?? message, values) };
  }

  /** Puts a language into force; fires `onDidChange` if that changes anything. */
  async use(setting: LanguageSetting): Promise<void> {
    if (setting === this.setting) return;
    this.setting = setting;
    const chosen = setting === 'auto' ? undefined : await this.read(setting);
    // Another language may have been chosen while the bundle was read.
    if (setting !== this.setting) return;
    this.chosen = chosen;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async read(setting: Exclude<LanguageSetting, 'auto'>): Promise<Chosen> {
    if (setting === 'en') return { language: 'en', bundle: {} };
    const uri = vscode.Uri.joinPath(this.extensionUri, 'l10n', `bundle.l10n.${setting}.json`);
    try {
      return {
        language: 'zh',
        bundle: readBundle(await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri))),
      };
    } catch (error) {
      // The content is compiled in and can still be shown; only our own sentences come in English.
      this.log.failure('The words of the chosen language could not be read; English is used.', error);
      return { language: 'zh', bundle: {} };
    }
  }
}

function displayLanguage(): Language {
  return vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh' : 'en';
}

function readBundle(source: string): Record<string, string> {
  const value: unknown = JSON.parse(source);
  if (typeof value !== 'object' || value === null) throw new TypeError('A bundle of words is an object.');
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}
