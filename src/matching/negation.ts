import type { Folded } from '../text/folding.js';
import { classOf, UnitClass } from '../text/units.js';
import type { Span } from '../text/span.js';
import type { Sentences } from './sentences.js';

/*
 * Whether the text around a term denies it: "no model weights are transferred", "excluding H100s", "不涉及敏感个人数据". After
 * the idea of NegEx (Chapman et al. 2001): cues before or after the term, phrases that only look like cues, and words that
 * end a cue's reach. All patterns are ours and linear over the little text around one term.
 */

/** A denial: folded offsets of the words that make it. */
export interface Cue {
  readonly start: number;
  readonly end: number;
}

const reachBefore = 90;
const reachAfter = 60;

const cuesBefore =
  /(?<![a-z])(?:no|not|never|without|neither|nor|none of|free of|free from|excluding|excludes?|excluded from|except for|absence of|lacks?|lacking|outside the scope of|cannot|nothing|nobody|no one|isn't|aren't|doesn't|don't|didn't|won't|wouldn't|hasn't|haven't|clean on|clear of)(?![a-z])|(?<![a-z])non ?$|不涉及|不包括|不包含|不含|不存在|不属于|不在|不构成|不适用|不触发|不取得|不享有|不持有|不设|不做|不办|不向|未向|没有向|不受(?!限|影响)|不派|不委派|不提供|不转让|不转移|不使用|不用|不采|不买|不租|未用|没用|不采购|不出口|不接触|不获得|不获取|不收集|不处理|不谋求|不会|不拟|不将|不是|并非|并不|从未|未涉及|未发现|未持有|未使用|未列入|未被列入|未取得|未设|未采用|未采购|未收到|未获得|未获|未提供|未转让|未转移|未出口|未委派|未收集|未处理|未接触|未触发|未部署|未租用|并未|用不着|用不上|犯不着|不会运到|不会运往|不会发往|不会送到|尚未|没有|没采过?|没录过?|没存过?|没用过?|没碰过?|没接触过?|没给过?|没有过|唔牵涉|唔涉及|冇|没碰|没接触|没给|没拿|没买|没卖|没做|没签|并无|均无|暂无|尚无|未见|[不未](?:碰|带|留|录|存|看|卖|买|拿|改|拷|售|签|派|占|含|装|租|让出|开放|部署|保留|导出|下载|共享|授权|访问|参与|承接|供应|销售|购买|触及|保存|传输|复制|拷贝|上传|交付|移交|随案|另设|另派|再持|得接触|得访问|得取得|得获得)(?:任何|一份|对方的?|其)?$|无任何|无涉|排除|剔除|(?<!不得|不能|不可|要|莫)[不未没]$|无(?![论线形锡限法偿人疑菌锁])/gu;
/** Words that look like cues and deny nothing, or deny that something is known, done or needed, which leaves the thing itself. */
const notCues = new RegExp(
  [
    '(?<![a-z])(?:no later than|no less than|not less than|no fewer than|no more than|not more than|no longer than|no earlier than',
    'no doubt|no question|no dispute|not exceeding|not to exceed|without prejudice to|whether or not|if not|cannot rule out',
    "can't rule out|not free of|cannot exclude|no one but|nothing but|(?:nobody|no one) (?:disputes?|doubts?|denies|denied|questions?)|no need|no secret|no requirement|no obligation|no duty",
    "(?:not|n't) (?:yet|only|just|merely|optional|limited to|unlikely|impossible|unusual|uncommon|clear|certain|sure|known?|forget|overlook",
    'ignore|neglect|fail|need|require|verif(?:y|ied)|confirm(?:ed)?|check(?:ed)?|told|informed|disclosed?|report(?:ed)?|mention(?:ed)?|filed?',
    'removed?|deleted?|destroy(?:ed)?|excluded?|preclude|prevent|waived?|considered|addressed|resolved))(?![a-z])',
    '哪怕没有|哪怕不|即使没有|即便没有|就算没有|纵使没有|是不是|要不要|能不能|会不会|有没有|可不可|用不用|不只|不仅|不但|不单|不止|不论|不管|不光|非但|不排除|不能排除|无法排除|不会不|不得不|不需|不必|无需|无须|毋须|无法|无疑|无论|若无|如无|未经',
    '尚未(?:向|申报|提交|取得|获得|获批|完成|通过|核实|确认|披露)',
  ].join('|'),
  'gu',
);
const stopsBefore =
  /(?<![a-z])(?:but|however|although|though|while|whereas|unless|until|because|since|so|which|who|if|when|then|yet|for|except that|instead|rather|only|other than|apart from|besides)(?![a-z])|[:：;；—]|,(?= ?(?:and|but|so|we|they|it|the|our|its|their|this) )|,(?=[\u3400-\u9FFF《“"'(])(?!或|以及|及|也|亦)|但|然而|不过|而是|因此|所以|如果|若|一旦/gu;
/** Participles of which a denial leaves the thing where it is: "is not disclosed" is no "is not transferred". */
const idleParticiples =
  'discuss|ask|screen|check|test|review|consider|decid|agre|address|document|record|rais|examin|assess|identifi|obtain|sign|enforc|need|requir|limit|remov|delet|exclud|disclos|fil|verifi|confirm|report|resolv|settl|finali[sz]|clear|approv|disput|deni|mention|concern';
const cuesAfter = new RegExp(
  [
    '^[^.;。；!?]{0,24}?(?:(?<![a-z])(?:(?:is|are|was|were|be|been|being) ?(?:excluded|out of scope|absent|carved out)',
    `(?:is|are|was|were|be|been|being) (?:not|never) (?:[a-z]+ly |being |to be |yet )?(?:(?!(?:${idleParticiples})ed(?![a-z]))[a-z]+ed`,
    'sold|sent|held|given|taken|built|bought|kept|lent|run|known to be|part of|in scope|in use|in play|at issue|on|among|within|present',
    'available|applicable|relevant|accessible)',
    '(?:does|do|did|will|would) not(?! (?:only|change|alter|matter|help|expire|lapse|need|require))',
    'n/a|not applicable|not relevant|not involved|not triggered|so not relevant|excluded|nil|no (?:hit|match)(?:e?s)?',
    'none(?! (?:kept|signed|in place|on file|yet|done|filed|exists)))(?![a-z])',
    ': ?(?:无|否|没有|不)(?![\\u4E00-\\u9FFF])|: ?no(?= ?[.,;)]|$))',
    // In Chinese a comma ends the clause, but for one right behind the term.
    '^ ?[,:]? ?[^.,;:。；!?]{0,24}?(?:不适用|不涉及|除外|均无|不在此列|不相关|无关|不转移|不转让|不出口|不提供|不出境|不触发|不成立',
    '未涉及|未使用|未命中|无命中|查无|未见(?!许可|批准|授权|合同|备案|登记|证|文件|记录|报告)|无匹配|无记录|不致触发|不随|不存在|没有(?!许可|批准|授权|备案|登记)|排除在外)',
  ].join('|'),
  'u',
);
/** Saying that a thing is not regulated, or that nothing need be done, is a claim of law, not a denial that the thing is there. */
const legalClaims =
  /^[^.;。；!?]{0,30}?(?:not (?:be )?(?:controlled|regulated|restricted|covered by|subject to|export[- ]controlled|mandatory|required|needed|necessary|obligatory|banned|prohibited|in force|enforced|a problem|an issue|a concern|yet)|no longer|never (?:been )?(?:enforced|in force|applied)|不用管|不用理|不受管制|不受限制|不受控|不受实体清单|不是问题|不再|尚未|没有[^,.。；;]{0,8}(?:要求|义务|必要))/u;
/** What follows a denied term when the denial is of a duty: "no CFIUS filing is required", "without CFIUS approval", "no end-use undertaking". */
const deniedDuty =
  /^[^.;。；!?]{0,30}?(?<![a-z])(?:required|needed|necessary|mandatory|obligatory)(?![a-z])|^ ?(?:[a-z]+ )?(?:approval|clearance|consent|sign-?off|authori[sz]ation|undertaking|statement|certificate|clause|covenant|log|plan|policy|procedure|screening|assignment)s?(?![a-z])/u;
/** The same before the term: "no licence is needed for the H100". */
const dutyBefore = /(?<![a-z])(?:required|needed|necessary|mandatory|obligatory|obliged)(?![a-z])/u;
/** `除…外`: an exception, unless more follows ("besides"). */
const exceptBefore = /除了?[^,。；;]{0,12}$/u;
const exceptAfter = /^[^,。；;]{0,12}?外(?![\u4E00-\u9FFF])(?!.{0,12}(?:还|也|亦|又|同时))/u;

const listWord = /(?<![a-z])(?:n?or|and|&)(?![a-z])/u;
const listAhead = /^[^.:;。；!?]{0,60}?(?<![a-z])(?:n?or|and|&)(?![a-z])|^(?:, [a-z -]{1,30})*[.;。；]?$/u;

/** A term with the gap between its parts, if it has one that holds words: folded offsets. */
export interface Deniable extends Span {
  readonly gap?: Span;
}

/** The words that deny a term, if any do: before it, in its gap ("applied for no CHIPS Act funding"), or after it. */
export function findNegation(folded: Folded, sentences: Sentences, { start, end, gap }: Deniable): Cue | undefined {
  const from = Math.max(sentences.startOf(start), start - reachBefore);
  const to = Math.min(sentences.endOf(Math.max(0, end - 1)), end + reachAfter);
  const textBefore = slice(folded, from, start);
  const textAfter = slice(folded, end, to);
  const cue = before(textBefore, textAfter);
  if (cue !== undefined) return { start: from + cue.start, end: from + cue.end };
  const within = gap === undefined ? undefined : before(slice(folded, gap.start, gap.end), textAfter);
  if (gap !== undefined && within !== undefined)
    return { start: gap.start + within.start, end: gap.start + within.end };
  const length = after(textAfter, textBefore);
  return length === undefined ? undefined : { start: end, end: end + length };
}

/** The nearest cue in the text before the term, if it reaches the term. */
function before(text: string, textAfter: string): Cue | undefined {
  if (deniedDuty.test(textAfter)) return undefined;
  const pretenders = [...text.matchAll(notCues)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let nearest: Cue | undefined;
  for (const match of text.matchAll(cuesBefore)) {
    const cue = { start: match.index, end: match.index + match[0].length };
    if (!pretenders.some((one) => one.start < cue.end && cue.start < one.end)) nearest = cue;
  }
  if (nearest === undefined) return undefined;
  // What stops the nearest cue stops those before it.
  const between = text.slice(nearest.end);
  if (!reaches(between) || dutyBefore.test(between)) return undefined;
  // Over a comma it reaches as far as its list goes: "no vote, veto or seat", but not "no vote, veto on a sale".
  const isBroken = /[a-z],/u.test(between) && !listWord.test(between) && !listAhead.test(textAfter);
  return isBroken ? undefined : nearest;
}

/** A cue reaches over a few words or a list, not over a new clause. */
function reaches(between: string): boolean {
  stopsBefore.lastIndex = 0;
  if (stopsBefore.test(between)) return false;
  let halves = 0;
  let inWord = false;
  for (let index = 0; index < between.length; index++) {
    const unitClass = classOf(between.charCodeAt(index));
    const isWord = unitClass === UnitClass.Letter || unitClass === UnitClass.Digit;
    if (isWord && !inWord) halves += 2;
    if (unitClass === UnitClass.Ideograph) halves += 1;
    inWord = isWord;
  }
  return halves <= 18;
}

/** How far into the text after the term its denial goes, if there is one. */
function after(text: string, textBefore: string): number | undefined {
  if (legalClaims.test(text)) return undefined;
  const match = cuesAfter.exec(text) ?? (exceptBefore.test(textBefore) ? exceptAfter.exec(text) : null);
  if (match === null) return undefined;
  if (/(?<![a-z])(?:but|however|although|while|whereas|and)(?![a-z])|但|然而/u.test(match[0])) return undefined;
  return match[0].length;
}

function slice({ units }: Folded, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end));
}
