import * as vscode from 'vscode';
import {
  defaultSettings,
  readSettings,
  settingNames,
  type KnownIds,
  type SettingName,
  type SettingProblem,
  type SettingValues,
} from './settingValues.js';

const section = 'dealLens';

interface Reading {
  readonly values: SettingValues;
  readonly problems: readonly SettingProblem[];
}

/**
 * The one reader of settings. Values are read for the folder that a document is in, kept until the configuration
 * changes, and a value that cannot be used leaves the previous good one of that folder in force.
 */
export class Settings implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when a setting of Deal Lens has changed anywhere. */
  readonly onDidChange = this.changed.event;

  private readonly readings = new Map<string, { readonly reading: Reading; readonly fresh: boolean }>();
  private readonly listener: vscode.Disposable;

  constructor(private readonly known: (resource: vscode.Uri | undefined) => KnownIds) {
    this.listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) this.reread();
    });
  }

  /** The settings in force for a resource, or for the window if there is none. */
  of(resource: vscode.Uri | undefined): SettingValues {
    return this.read(resource).values;
  }

  /** What is wrong with the settings of a resource, in the order of the settings. */
  problemsOf(resource: vscode.Uri | undefined): readonly SettingProblem[] {
    return this.read(resource).problems;
  }

  /** Reads everything again at its next use, for instance because the ids that settings may name have changed. */
  reread(): void {
    for (const [key, { reading }] of this.readings) this.readings.set(key, { reading, fresh: false });
    this.changed.fire();
  }

  /** The names of the settings that somebody has set for a resource, for a description of the installation. */
  explicit(resource: vscode.Uri | undefined): readonly SettingName[] {
    const configuration = vscode.workspace.getConfiguration(section, resource ?? null);
    return settingNames.filter((name) => {
      const found = configuration.inspect(name);
      return (
        found?.globalValue !== undefined ||
        found?.workspaceValue !== undefined ||
        found?.workspaceFolderValue !== undefined
      );
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private read(resource: vscode.Uri | undefined): Reading {
    const folder = resource === undefined ? undefined : vscode.workspace.getWorkspaceFolder(resource);
    const key = folder?.uri.toString() ?? '';
    const kept = this.readings.get(key);
    if (kept?.fresh === true) return kept.reading;
    const configuration = vscode.workspace.getConfiguration(section, resource ?? null);
    const reading = readSettings(
      (name) => configuration.get(name),
      kept?.reading.values ?? defaultSettings,
      this.known(resource),
    );
    this.readings.set(key, { reading, fresh: true });
    return reading;
  }
}
