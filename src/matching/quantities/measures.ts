/*
 * What a number measures, by its unit and by what it counts. Patterns of our own over folded text: those of units begin where the
 * number ends, those of names end where it begins.
 */

/** What the thresholds of rules compare, and what must be told apart from it. */
export const measures = [
  'percent',
  'operations',
  'operations-per-second',
  'tpp',
  'performance-density',
  'memory-bandwidth',
  'memory-bandwidth-density',
  'people',
  'devices',
  'accelerators',
  'transistors',
  'nanometres',
  'layers',
  'money',
  'days',
  'parameters',
  'tokens',
  'metres',
  'cubic-feet',
] as const;

export type Measure = (typeof measures)[number];

/** A unit, or a noun that says what is counted, right behind a number. */
export interface Unit {
  readonly measure: Measure;
  readonly pattern: RegExp;
  /** The measure's own unit is this many of it: a TB/s is 1,000 GB/s. */
  readonly factor?: number;
  /** For money, the currency (ISO 4217). */
  readonly currency?: 'USD' | 'CNY' | 'EUR' | 'HKD';
}

const word = '(?![a-z])';
/** Up to two words that describe what is counted: `21,600 de-identified patients`. */
const described = "^ ?(?:of (?:the |our |its |their )?)?(?:[a-z]+(?:'s)? ){0,3}?";
const zhCounter = '^ ?(?:多|余)?(?:名|位|个|例|万)?(?:的)?[\\u4E00-\\u9FFF]{0,6}?';

const people = [
  'people|persons?|individuals?|patients?|users?|members?|customers?|clients?|subscribers?|consumers?|americans|residents?|donors?|subjects?',
  'students?|pupils?|policy ?holders?|borrowers?|card ?holders?|drivers?|riders?|passengers?|travell?ers?|visitors?|shoppers?|participants?',
  'enroll?ees|wearers?|employees?|workers?|staff|clinicians?|veterans?|service ?members?|soldiers?|sailors?|parents?|children|minors?|players?',
  'names?|accounts?|profiles?|genomes?|exomes?|faces|face (?:templates?|scans?)|voices?|voice ?prints?|fingerprints?|irises|identities|households?',
].join('|');
const zhPeople =
  '人(?!民币|工|形|均)|患者|病人|病患|用户|会员|客户|顾客|消费者|居民|员工|职工|店员|司机|车主|乘客|旅客|学生|教师|被保险人|投保人|借款人|持卡人|受试者|志愿者|捐献者|军人|士兵|玩家|球员|访客|住户|家庭|账号|账户|帐号|帐户|名单|个人';

/** In this order; the first that fits is meant. */
export const units: readonly Unit[] = [
  {
    measure: 'memory-bandwidth-density',
    pattern: /^ ?gb\/s(?:ec)?(?: ?\/ ?| ?per ?)(?:mm[²2]|mm\^2|square milli|平方毫米)/u,
  },
  { measure: 'memory-bandwidth', pattern: /^ ?tb\/s/u, factor: 1000 },
  { measure: 'memory-bandwidth', pattern: /^ ?gb\/s/u },
  { measure: 'operations-per-second', pattern: new RegExp(`^ ?(?:[kmgtpez]flop(?:s|\\/s)|[tp]ops)${word}`, 'u') },
  {
    measure: 'operations-per-second',
    pattern:
      /^ ?(?:floating ?point )?(?:flops?|operations) ?(?:\/ ?s(?![a-z])|per second|a second)|^ ?次(?:浮点)?(?:运算)?(?:每秒|\/秒)/u,
  },
  {
    measure: 'operations',
    pattern: new RegExp(
      `^ ?(?:flop(?:s|-s)?|(?:(?:integer|floating ?point|computational|training|integer or floating ?point)[ -]?){0,2}(?:operations|ops|compute))${word}`,
      'u',
    ),
  },
  {
    measure: 'operations',
    pattern: /^ ?(?:多)?次?(?:整数|浮点|整数或浮点|整数及浮点|训练)?(?:运算|计算(?!机))(?!每秒)|^ ?flop/u,
  },
  { measure: 'tpp', pattern: /^ ?tpp(?![a-z])|^ ?的?(?:tpp|总处理性能)/u },
  { measure: 'transistors', pattern: /^ ?(?:个)?(?:transistors?(?![a-z])|晶体管)/u },
  { measure: 'nanometres', pattern: /^ ?(?:nm(?![a-z0-9])|nanomet(?:er|re)s?|纳米|奈米)/u },
  { measure: 'layers', pattern: /^ ?(?:layers?(?![a-z])|层(?!面|级|次|楼|高))/u },
  { measure: 'parameters', pattern: /^ ?(?:[a-z]+ ){0,1}?(?:parameters?|params)(?![a-z])|^ ?(?:个)?参数/u },
  { measure: 'tokens', pattern: /^ ?(?:[a-z]+ ){0,1}?tokens?(?![a-z])|^ ?(?:个)?(?:词元|tokens?)/u },
  {
    measure: 'accelerators',
    pattern:
      /^ ?(?:[a-z0-9]+ ){0,3}?(?:gpus?|accelerators?|ai chips?|h100s?|h200s?|h20s?|a100s?|b200s?|b300s?|gb200s?|gb300s?|mi3\d\dx?s?)(?![a-z0-9])|^ ?(?:张|块|颗|片|枚)(?:[a-z0-9]+)?(?:卡|加速卡|加速器|gpu|芯片|h100|h200|h20|a100|b200|b300|gb200|gb300|昇腾)?/u,
  },
  {
    measure: 'devices',
    pattern: new RegExp(
      `${described}(?:devices?|phones?|handsets?|smartphones?|vehicles?|cars|trucks|wearables|sensors?|trackers|imeis?|advertising ids?|ad ids|maids)${word}`,
      'u',
    ),
  },
  {
    measure: 'devices',
    pattern: new RegExp(
      `${zhCounter}(?:部|台|辆)?(?:设备|装置|手机(?!号)|终端|车辆|汽车|手环|手表|传感器|设备号|广告标识)|^ ?(?:多|余)?(?:部|辆)`,
      'u',
    ),
  },
  { measure: 'people', pattern: new RegExp(`${described}(?:${people})${word}`, 'u') },
  {
    measure: 'people',
    pattern: new RegExp(`${zhCounter}(?:${zhPeople})|^ ?(?:多|余)?(?:名|位|例|份(?:病历|体检|基因|问卷|档案))`, 'u'),
  },
  {
    measure: 'money',
    pattern: /^ ?(?:us ?dollars?|u\.s\. dollars?|dollars?|usd)(?![a-z])|^ ?(?:美元|美金)/u,
    currency: 'USD',
  },
  { measure: 'money', pattern: /^ ?(?:rmb|cny|yuan|renminbi)(?![a-z])|^ ?(?:元人民币|人民币|元)/u, currency: 'CNY' },
  { measure: 'money', pattern: /^ ?(?:euros?|eur)(?![a-z])|^ ?欧元/u, currency: 'EUR' },
  { measure: 'money', pattern: /^ ?(?:hkd)(?![a-z])|^ ?(?:港元|港币)/u, currency: 'HKD' },
  {
    measure: 'days',
    pattern:
      /^ ?(?:calendar |business |working |clear )?days?(?![a-z])|^ ?(?:个)?(?:工作日|自然日|日内|日前|天|日(?!元|本|期|常|均))/u,
  },
  { measure: 'metres', pattern: /^ ?miles?(?![a-z])|^ ?英里/u, factor: 1609.344 },
  { measure: 'metres', pattern: /^ ?(?:km|kilomet(?:er|re)s?)(?![a-z])|^ ?公里|^ ?千米/u, factor: 1000 },
  { measure: 'metres', pattern: /^ ?met(?:er|re)s?(?![a-z])|^ ?(?:公尺|米(?!兰))/u },
  { measure: 'cubic-feet', pattern: /^ ?cubic (?:feet|foot)(?![a-z])|^ ?立方英尺/u },
];

/** A name right before a number: `TPP of 4,790`, `性能密度为 6.1`, `US$250,000`. */
export const names: readonly Unit[] = [
  {
    measure: 'tpp',
    pattern:
      /(?:(?<![a-z])tpp|total processing performance|总处理性能)(?:\(tpp\))?(?: ?(?:rating|score|figure|value|值))?(?: ?(?:is|was|of|at|about|:|=|≈|~|为|是|达到?|约|仅|只有|有|,))* ?$/u,
  },
  {
    measure: 'performance-density',
    pattern:
      /(?:(?<![a-z])pd|performance density|性能密度)(?: ?(?:is|was|of|at|about|:|=|≈|~|为|是|达到?|约|仅|只有|有|,))* ?$/u,
  },
  {
    measure: 'memory-bandwidth-density',
    pattern:
      /(?:memory bandwidth density|内存带宽密度|存储带宽密度|带宽密度)(?: ?(?:is|was|of|at|about|:|=|≈|~|为|是|达到?|约|仅|,))* ?$/u,
  },
  { measure: 'money', pattern: /(?:(?<![a-z])(?:us|usd|u\.s\.) ?\$?|\$) ?$/u, currency: 'USD' },
  { measure: 'money', pattern: /(?:(?<![a-z])(?:rmb|cny)|[¥￥]|人民币) ?$/u, currency: 'CNY' },
  { measure: 'money', pattern: /(?:€|(?<![a-z])eur) ?$/u, currency: 'EUR' },
  { measure: 'money', pattern: /(?<![a-z])(?:hk\$|hkd) ?$/u, currency: 'HKD' },
];
