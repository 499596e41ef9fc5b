import type { Level } from '../rules/level.js';

/** How VS Code shows a finding; `none` keeps it out of the Problems panel. */
export const severityNames = ['error', 'warning', 'information', 'hint', 'none'] as const;

export type SeverityName = (typeof severityNames)[number];

export const defaultSeverities: Readonly<Record<Level, SeverityName>> = {
  critical: 'error',
  caution: 'warning',
  note: 'information',
  mention: 'hint',
};
