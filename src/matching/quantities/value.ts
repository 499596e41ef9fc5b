/*
 * The value of a number as people write it, in English and Chinese. Patterns are our own, and linear in the little text of one
 * number.
 */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const digits: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('零一二三四五六七八九').map((digit, value) => [digit, value]),
);
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const large: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };

const multipliers: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const ones = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
  ],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const wordValues: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

const latin = /^(\d[\d,.' ]*)(?: ?x ?10 ?\^ ?([+-]?\d+)|e\+?(-?\d+)| ?\^ ?(\d+))?(?: ?([a-z]+|[百千万亿兆]+))?$/u;
const chinese = /^[零一二三四五六七八九十百千万亿兆点\d.]+$/u;

/**
 * The value of one number: `1.2 million`, `1,200,000`, `1.2×10^26`, `1e26`, `10²⁶`, `120万`, `一百二十万`, `1亿2000万`, `twenty-five`.
 * @param written the number as it stands in the text, without sign, bound or unit
 * @returns nothing when it is no number
 */
export function readNumber(written: string): number | undefined {
  const text = plain(written);
  return readLatin(text) ?? readChinese(text) ?? readWords(text);
}

/**
 * The value of a share, in percent: `24.9%`, `24.9 per cent`, `百分之二十四点九`, `四分之一`, `三成七`, `two thirds`, `a quarter`.
 * @returns nothing when it is no share
 */
export function readShare(written: string): number | undefined {
  const text = plain(written);
  const percent = /^(.+?) ?(?:%|percent|per cent|pct)$/u.exec(text)?.[1] ?? /^百分之(.+)$/u.exec(text)?.[1];
  if (percent !== undefined) return readNumber(percent);
  const [, below, above] = /^([二三四五六七八九十百千万]+)分之([一二三四五六七八九十]+)$/u.exec(text) ?? [];
  if (below !== undefined && above !== undefined) return share(readChinese(above), readChinese(below));
  const [, whole, rest] = /^([一二三四五六七八九])成(半|[一二三四五六七八九])?$/u.exec(text) ?? [];
  if (whole !== undefined) return (digits[whole] ?? 0) * 10 + (rest === '半' ? 5 : (digits[rest ?? '零'] ?? 0));
  const [, count, part] = /^(?:(.+) )?(half|third|quarter|fifth|tenth)s?$/u.exec(text) ?? [];
  if (part === undefined) return undefined;
  return share(count === undefined || /^an?$/u.test(count) ? 1 : readWords(count), parts[part]);
}

function share(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined ? undefined : (100 * above) / below;
}

/** One spelling of each character, with powers written out. */
function plain(written: string): string {
  return written
    .replace(
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
      (power) =>
        `^${Array.from(power)
          .map((digit) => superscripts.indexOf(digit))
          .join('')}`,
    )
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[×✕*]/gu, 'x')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/(?<!\de|\^)[-\s\u2010-\u2014]+/gu, ' ')
    .replace(/[〇○]/gu, '零')
    .replace(/[两兩]/gu, '二')
    .replace(/萬/gu, '万')
    .replace(/億/gu, '亿')
    .replace(/點/gu, '点')
    .trim();
}

function readLatin(text: string): number | undefined {
  const match = latin.exec(text);
  if (match === null) return undefined;
  const [, amount = '', power, exponent, raised, unit] = match;
  const base = readDigits(amount.trim());
  if (base === undefined) return undefined;
  const factor = unit === undefined ? 1 : (multipliers[unit] ?? chineseFactor(unit));
  if (factor === undefined) return undefined;
  if (raised !== undefined && base !== 10) return base ** Number(raised) * factor;
  // Written as a number of the language, `1.2e26` is the nearest one there is; a product
  // need not be.
  return Number(raised === undefined ? `${String(base)}e${power ?? exponent ?? '0'}` : `1e${raised}`) * factor;
}

/** `1,200,000`, `1 200 000`, `1.200.000`, `24.9`, `24,9`. */
function readDigits(amount: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/u.test(amount)) return Number(amount);
  if (/^\d{1,4}(?:[, ']\d{3,4})+(?:\.\d+)?$/u.test(amount)) return Number(amount.replace(/[, ']/gu, ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(amount)) return Number(amount.replace(/\./gu, ''));
  if (/^\d+,\d{1,2}$/u.test(amount)) return Number(amount.replace(',', '.'));
  return undefined;
}

function chineseFactor(unit: string): number | undefined {
  let factor = 1;
  for (const character of unit) {
    const times = small[character] ?? large[character];
    if (times === undefined) return undefined;
    factor *= times;
  }
  return factor;
}

/** `三百二十`, `一亿二千万`, `1亿2000万`, `二零二六`, `一百二十点五万`. */
function readChinese(text: string): number | undefined {
  if (!chinese.test(text)) return undefined;
  const [whole = '', rest, more] = text.split('点');
  if (more !== undefined) return undefined;
  const integer = readWhole(whole);
  if (rest === undefined || integer === undefined) return integer;
  const [, decimals, factors] = /^([零一二三四五六七八九\d]+)([百千万亿兆]*)$/u.exec(rest) ?? [];
  const factor = chineseFactor(factors ?? '');
  if (decimals === undefined || factor === undefined) return undefined;
  return Number(`${String(integer)}.${digitByDigit(decimals)}`) * factor;
}

function digitByDigit(text: string): string {
  return Array.from(text)
    .map((character) => String(digits[character] ?? character))
    .join('');
}

function readWhole(text: string): number | undefined {
  if (/^[零一二三四五六七八九]{2,}$/u.test(text)) return Number(digitByDigit(text));
  let total = 0;
  /** What the next 万 or 亿 multiplies. */
  let section = 0;
  let digit: number | undefined;
  /** The unit before, where nothing stands between: `一百二` is 120. */
  let unit = 0;
  for (const [token] of text.matchAll(/\d+(?:\.\d+)?|./gu)) {
    const value = digits[token] ?? (/^\d/u.test(token) ? Number(token) : undefined);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      if (value === 0) unit = 0;
      digit = value;
      continue;
    }
    const times = small[token];
    if (times !== undefined) {
      section += (digit ?? 1) * times;
      unit = times;
    } else {
      const factor = large[token];
      if (factor === undefined) return undefined;
      section += digit ?? 0;
      if (section === 0 && total === 0) section = 1;
      if (total < factor) total = (total + section) * factor;
      else total += section * factor;
      section = 0;
      unit = factor;
    }
    digit = undefined;
  }
  if (digit !== undefined && /[百千万亿][一二三四五六七八九]$/u.test(text))
    return total + section + (digit * unit) / 10;
  return total + section + (digit ?? 0);
}

/** `twenty-five`, `two hundred and ten thousand`, `one million`. */
function readWords(text: string): number | undefined {
  let total = 0;
  let section = 0;
  for (const word of text.split(' ')) {
    const value = wordValues.get(word);
    const factor = multipliers[word];
    if (value !== undefined) section += value;
    else if (word === 'hundred') section = (section === 0 ? 1 : section) * 100;
    else if (factor !== undefined && word.length > 2) {
      total += (section === 0 ? 1 : section) * factor;
      section = 0;
    } else if (word !== 'and' || total + section === 0) return undefined;
  }
  return total + section;
}
