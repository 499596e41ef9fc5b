import type { Interval } from '../matching/quantities/interval.js';
import type { Measure } from '../matching/quantities/measures.js';
import type { FindingQuantity, Verdict } from '../review/finding.js';
import type { Threshold } from '../rules/pack.js';
import type { Language } from './language.js';

const comparisons: Readonly<Record<Threshold['comparison'], string>> = { '>': '>', '>=': '≥', '<': '<', '<=': '≤' };

/** A threshold on one line: measure, limit, and what lies beyond it. */
export function thresholdText(threshold: Threshold, language: Language): string {
  const { measure, comparison, meaning } = threshold;
  const limit = `${comparisons[comparison]} ${limitText(threshold)}`;
  return language === 'en'
    ? `${measureNames[measure].en} ${limit}: ${meaning.en}`
    : `${measureNames[measure].zh} ${limit}：${meaning.zh}`;
}

/** On which side of a threshold the value lies, in a few words: `2.3 million US persons: above 1,000,000 (…)`. */
export function verdictText({ text }: FindingQuantity, { threshold, side }: Verdict, language: Language): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  const limit = limitText(threshold);
  const where = sides[language][side](threshold.comparison, limit);
  const meaning = threshold.meaning[language];
  return language === 'en' ? `${value}: ${where} (${meaning})` : `${value}：${where}（${meaning}）`;
}

/** The verdict that tells most: the highest line that is passed, else one that may be, else the one that is nearest. */
export function tellingVerdict({ verdicts }: FindingQuantity): Verdict | undefined {
  const of = (side: Verdict['side']): Verdict[] => verdicts.filter((one) => one.side === side);
  return of('met').at(-1) ?? of('straddles')[0] ?? of('stated')[0] ?? of('unmet')[0];
}

/** An interval as people write one: `26`, `10–15`, `> 1,000,000`. */
export function intervalText({ low, high, lowOpen, highOpen }: Interval): string {
  if (low === high) return numberText(low);
  if (high === Infinity) return `${lowOpen === true ? '>' : '≥'} ${numberText(low)}`;
  if (low === 0) return `${highOpen === true ? '<' : '≤'} ${numberText(high)}`;
  return `${numberText(low)}–${numberText(high)}`;
}

function limitText({ at, measure, unit }: Threshold): string {
  if (unit !== undefined) return `${numberText(at)} ${unit}`;
  if (measure === 'percent') return `${numberText(at)}%`;
  return measure === 'nanometres' ? `${numberText(at)} nm` : numberText(at);
}

type SideText = (comparison: Threshold['comparison'], limit: string) => string;

const sides: Readonly<Record<Language, Readonly<Record<Verdict['side'], SideText>>>> = {
  en: {
    met: (comparison, limit) =>
      `${{ '>': 'above', '>=': 'at or above', '<': 'below', '<=': 'at or below' }[comparison]} ${limit}`,
    unmet: (comparison, limit) =>
      `${{ '>': 'not above', '>=': 'below', '<': 'not below', '<=': 'above' }[comparison]} ${limit}`,
    straddles: (_comparison, limit) => `may lie on either side of ${limit}`,
    stated: (_comparison, limit) => `states the line of ${limit} itself`,
  },
  zh: {
    met: (comparison, limit) => `${{ '>': '超过', '>=': '达到', '<': '低于', '<=': '不超过' }[comparison]} ${limit}`,
    unmet: (comparison, limit) =>
      `${{ '>': '未超过', '>=': '未达到', '<': '不低于', '<=': '超过' }[comparison]} ${limit}`,
    straddles: (_comparison, limit) => `可能落在 ${limit} 的任何一侧`,
    stated: (_comparison, limit) => `所述即 ${limit} 这一门槛本身`,
  },
};

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

/** What a measure is called. */
export const measureNames: Readonly<Record<Measure, { readonly en: string; readonly zh: string }>> = {
  percent: { en: 'Share', zh: '比例' },
  operations: { en: 'Training operations', zh: '训练运算量' },
  'operations-per-second': { en: 'Operations a second', zh: '每秒运算次数' },
  tpp: { en: 'Total processing performance', zh: '总处理性能' },
  'performance-density': { en: 'Performance density', zh: '性能密度' },
  'memory-bandwidth': { en: 'Memory bandwidth', zh: '存储带宽' },
  'memory-bandwidth-density': { en: 'Memory bandwidth density', zh: '存储带宽密度' },
  people: { en: 'People in the data', zh: '数据涉及人数' },
  devices: { en: 'Devices in the data', zh: '数据涉及设备数' },
  accelerators: { en: 'Number of accelerators', zh: '加速器数量' },
  transistors: { en: 'Transistors', zh: '晶体管数' },
  nanometres: { en: 'Process node', zh: '制程节点' },
  layers: { en: 'Layers', zh: '层数' },
  money: { en: 'Amount', zh: '金额' },
  days: { en: 'Days', zh: '天数' },
  parameters: { en: 'Parameters', zh: '参数量' },
  tokens: { en: 'Tokens', zh: '词元数' },
  metres: { en: 'Distance in metres', zh: '距离（米）' },
  'cubic-feet': { en: 'Volume in cubic feet', zh: '体积（立方英尺）' },
};
