import type { Threshold } from '../rules/pack.js';
import { inLanguage } from './findingText.js';
import type { Words } from './wordForms.js';

const comparisons: Readonly<Record<Threshold['comparison'], string>> = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };

/** A threshold on one line: measure, limit, and what lies beyond it. */
export function thresholdText(threshold: Threshold, words: Words): string {
  const limit = `${comparisons[threshold.comparison]} ${amountText(threshold)}`;
  return words.t('{0} {1}: {2}', measureName(threshold.measure, words), limit, inLanguage(threshold.meaning, words));
}

function amountText({ at, measure, unit }: Threshold): string {
  if (unit !== undefined) return `${numberText(at)} ${unit}`;
  if (measure === 'percent') return `${numberText(at)}%`;
  return measure === 'nanometres' ? `${numberText(at)} nm` : numberText(at);
}

/** `4,800`, `1.5`, and `10²⁶` for what nobody counts the noughts of. */
function numberText(value: number): string {
  if (Math.abs(value) < 1e15) return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = `10${exponent.replace('+', '').replace(/[-\d]/gu, (sign) => superscripts[sign] ?? sign)}`;
  return digits === '1' ? power : `${digits} × ${power}`;
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

function measureName(measure: Threshold['measure'], words: Words): string {
  switch (measure) {
    case 'tpp':
      return words.t('Total processing performance');
    case 'performance-density':
      return words.t('Performance density');
    case 'memory-bandwidth':
      return words.t('Memory bandwidth');
    case 'memory-bandwidth-density':
      return words.t('Memory bandwidth density');
    case 'operations':
      return words.t('Training operations');
    case 'people':
      return words.t('People in the data');
    case 'devices':
      return words.t('Devices in the data');
    case 'percent':
      return words.t('Share');
    case 'accelerators':
      return words.t('Number of accelerators');
    case 'money':
      return words.t('Amount');
    case 'days':
      return words.t('Days');
    case 'nanometres':
      return words.t('Process node');
    case 'layers':
      return words.t('Layers');
  }
}
