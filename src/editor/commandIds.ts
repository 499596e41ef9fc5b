/** Every command of Deal Lens, by the name the code uses for it. The manifest contributes the same ids (a test compares). */
export const commandIds = {
  /** Opens the guidance of a section. Argument: section id; without one, the section of the finding at the cursor. */
  openGuidance: 'dealLens.openGuidance',
  /** Shows the section of a finding in the Report view. Argument: section id; without one, the finding at the cursor. */
  revealSection: 'dealLens.revealSection',
  /** Suppresses a rule in one block, with a reason. Argument: `SuppressionTarget`; without one, the finding at the cursor. */
  suppressInBlock: 'dealLens.suppressInBlock',
  /** Suppresses a rule in the whole document, with a reason. Argument as above. */
  suppressInFile: 'dealLens.suppressInFile',
  /** Moves the focus to the Report view. */
  showReport: 'dealLens.showReport',
  /** Shows the log. */
  showLog: 'dealLens.showLog',
  /** Opens the settings of Deal Lens. */
  openSettings: 'dealLens.openSettings',
  /** Copies versions, settings and counts, never document text. */
  copyDebugInformation: 'dealLens.copyDebugInformation',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** The commands that links in a hover may run. None of them changes anything without asking. */
export const hoverCommands: readonly CommandId[] = [
  commandIds.openGuidance,
  commandIds.revealSection,
  commandIds.suppressInBlock,
];
