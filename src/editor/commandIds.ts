/** Every command of Deal Lens, by the name the code uses for it. The manifest contributes the same ids (a test compares). */
export const commandIds = {
  /** Opens the guidance of a section. Argument: section id; without one, the section of the finding at the cursor. */
  openGuidance: 'dealLens.openGuidance',
  /** Shows the section of a finding in the Report view. Argument: section id; without one, the finding at the cursor. */
  revealSection: 'dealLens.revealSection',
  /** Suppresses a rule in one block, with a reason. Argument: `FindingReference`; without one, the finding at the cursor. */
  suppressInBlock: 'dealLens.suppressInBlock',
  /** Suppresses a rule in the whole document, with a reason. Argument as above. */
  suppressInFile: 'dealLens.suppressInFile',
  /** Asks for the reason that a suppression lacks. Argument: `FindingReference`; for quick fixes only. */
  giveReason: 'dealLens.giveReason',
  /** Moves the cursor to the next finding of the memo and shows its card. */
  nextFinding: 'dealLens.nextFinding',
  /** Moves the cursor to the finding before and shows its card. */
  previousFinding: 'dealLens.previousFinding',
  /** Opens a sample memo as an untitled document. */
  openSample: 'dealLens.openSample',
  /** Shows the log. */
  showLog: 'dealLens.showLog',
  /** Opens the settings of Deal Lens. */
  openSettings: 'dealLens.openSettings',
  /** Copies versions, settings and counts, never document text. */
  copyDebugInformation: 'dealLens.copyDebugInformation',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** Focuses the Report view: VS Code makes this command for every view. */
export const focusReportView = 'dealLens.report.focus';

/** The commands that links in a hover may run. None of them changes anything without asking. */
export const hoverCommands: readonly CommandId[] = [
  commandIds.openGuidance,
  commandIds.revealSection,
  commandIds.suppressInBlock,
];
