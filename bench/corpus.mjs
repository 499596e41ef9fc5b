// @ts-check
/*
 * Memos of any size for measuring: prose, lists, tables, quotes, code, links and footnotes in English and Chinese, with about one
 * regulated term in 300 characters. The same seed always gives the same text.
 */

const english = {
  nouns:
    'company founder revenue margin customer pipeline contract platform product roadmap team investor valuation round market segment competitor churn retention runway debt covenant lender thesis portfolio sector regulator counsel diligence supplier factory yield backlog inventory subsidy tariff currency inflation demand price volume insurer auditor reserve asset liability equity pool dilution prospectus committee partner analyst fund mandate benchmark return escrow closing waiver schedule exhibit annex disclosure milestone target forecast scenario assumption workbook report quarter hospital laboratory sensor battery warehouse port carrier retailer household tenant campus region authority council court statute notice letter meeting interview site survey panel engineer operator manager chair treasurer custodian'.split(
      ' ',
    ),
  verbs:
    'expects reports plans estimates notes confirms suggests requires reduces supports limits delays reflects covers assumes tracks reviews approves rejects signs renews extends finances leases builds ships tests monitors measures compares discounts questions resolves documents'.split(
      ' ',
    ),
  adjectives:
    'strong weak recurring seasonal gross net audited preliminary final material senior secured regional domestic early late gradual modest stable volatile diversified commercial technical operational tactical binding current prior next fiscal historic plausible remote likely public private'.split(
      ' ',
    ),
  joints: ['because', 'although', 'while', 'and', 'but', 'since', 'unless', 'whereas'],
};
const chinese = {
  nouns:
    '公司 创始人 收入 毛利率 客户 管线 合同 平台 产品 路线图 团队 投资人 估值 轮次 市场 细分领域 竞争对手 流失率 现金流 债务 贷款人 份额 行业 周期 律师 供应商 工厂 良率 产能 订单 库存 资本开支 汇率 利率 需求 价格 保险 准备金 商誉 资产 负债 期权池 备忘录 合伙人 分析师 基金 指数 回报 流动性 到期日 交割条件 豁免 附件 披露 风险 里程碑 目标 预测 情景 假设 模型 报表 季度 年度 医院 实验室 传感器 电池 仓库 港口 物流 零售商 园区 地区 会议 访谈 样本 专家 工程师 管理人'.split(
      ' ',
    ),
  verbs:
    '预计 报告 计划 估算 认为 指出 确认 显示 要求 降低 提高 支持 限制 推迟 加快 反映 包括 覆盖 假定 跟踪 审阅 批准 签署 续签 融资 租赁 建设 交付 测试 监测 比较 解决 记录'.split(
      ' ',
    ),
  adjectives:
    '强劲的 疲弱的 经常性 季节性 调整后的 经审计的 初步的 最终的 重大的 区域性 早期的 渐进的 温和的 稳定的 分散的 商业化的 运营层面的 当前的 上一期的 保守的 合理的 公开的'.split(
      ' ',
    ),
  joints: ['因为', '虽然', '同时', '因此', '但是', '除非', '此外'],
};

/**
 * A generator of numbers from 0 to 1 (mulberry32).
 * @param {number} seed
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {object} options
 * @param {number} options.bytes of UTF-8, about
 * @param {'en' | 'zh' | 'mixed'} options.language
 * @param {number} options.seed
 * @param {readonly string[]} options.terms to plant
 * @returns {string} Markdown
 */
export function makeMemo({ bytes, language, seed, terms }) {
  const writer = new Writer(randomOf(seed), terms);
  const parts = [`---\ntitle: Generated memo ${seed}\ndeal:\n  stake: 12%\n---`];
  let size = 0;
  while (size < bytes) {
    const isChinese = language === 'zh' || (language === 'mixed' && writer.chance(0.5));
    const part = writer.part(isChinese);
    parts.push(part);
    size += Buffer.byteLength(part) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

class Writer {
  /** @param {() => number} random @param {readonly string[]} terms */
  constructor(random, terms) {
    this.random = random;
    this.english = terms.filter((term) => !/\p{Script=Han}/u.test(term));
    this.chinese = terms.filter((term) => /\p{Script=Han}/u.test(term));
    this.sinceTerm = 0;
    this.notes = 0;
  }

  /** @param {number} probability */
  chance(probability) {
    return this.random() < probability;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.random() * list.length)]);
  }

  /** @param {number} least @param {number} most */
  whole(least, most) {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  /** @param {boolean} isChinese */
  part(isChinese) {
    const kind = this.random();
    if (kind < 0.12) return `${'#'.repeat(this.whole(1, 4))} ${this.phrase(isChinese)}`;
    if (kind < 0.66) return this.paragraph(isChinese, this.whole(3, 8));
    if (kind < 0.8) return this.list(isChinese);
    if (kind < 0.88) return this.table(isChinese);
    if (kind < 0.94) return `> ${this.paragraph(isChinese, 2).replace(/\n/gu, '\n> ')}`;
    if (kind < 0.98) return `\`\`\`json\n{ "${this.pick(english.nouns)}": ${this.whole(1, 9999)} }\n\`\`\``;
    return `<!-- ${this.phrase(isChinese)} -->\n\n[^${++this.notes}]: ${this.sentence(isChinese)}`;
  }

  /** @param {boolean} isChinese @param {number} sentences */
  paragraph(isChinese, sentences) {
    const text = Array.from({ length: sentences }, () => this.sentence(isChinese)).join(isChinese ? '' : ' ');
    return isChinese || this.chance(0.7) ? text : text.replace(/(.{60,80}) /gu, '$1\n');
  }

  /** @param {boolean} isChinese */
  list(isChinese) {
    const mark = this.pick(['- ', '- ', '1. ', '- [ ] ']);
    return Array.from({ length: this.whole(3, 8) }, () => {
      const nested = this.chance(0.15) ? `\n   - ${this.sentence(isChinese)}` : '';
      return `${mark}${this.sentence(isChinese)}${nested}`;
    }).join('\n');
  }

  /** @param {boolean} isChinese */
  table(isChinese) {
    const columns = this.whole(3, 5);
    const row = () => `| ${Array.from({ length: columns }, () => this.phrase(isChinese)).join(' | ')} |`;
    return [row(), `|${'---|'.repeat(columns)}`, ...Array.from({ length: this.whole(3, 9) }, row)].join('\n');
  }

  /** @param {boolean} isChinese */
  phrase(isChinese) {
    const { adjectives, nouns } = isChinese ? chinese : english;
    return `${this.pick(adjectives)}${isChinese ? '' : ' '}${this.decorate(this.pick(nouns))}`;
  }

  /** @param {boolean} isChinese */
  sentence(isChinese) {
    const { verbs, joints } = isChinese ? chinese : english;
    const space = isChinese ? '' : ' ';
    const clause = () => [this.phrase(isChinese), this.pick(verbs), this.phrase(isChinese)].join(space);
    let text = clause();
    if (this.chance(0.5)) text += `${isChinese ? '，' : ', '}${this.pick(joints)}${space}${clause()}`;
    if (this.chance(0.15)) text += isChinese ? `约${this.whole(1, 900)}亿元` : ` of $${this.whole(1, 900)}m`;
    if (this.sinceTerm > 300) {
      const term = this.pick(isChinese ? this.chinese : this.english);
      text += isChinese ? `，涉及${term}` : `, including ${term}`;
      this.sinceTerm = 0;
    }
    this.sinceTerm += text.length;
    return isChinese ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  /** @param {string} word */
  decorate(word) {
    const kind = this.random();
    if (kind < 0.03) return `**${word}**`;
    if (kind < 0.05) return `[${word}](https://www.example.com/${this.whole(1, 999)})`;
    if (kind < 0.06) return `\`${word}\``;
    if (kind < 0.065) return `${word} (https://ir.example.com/${this.whole(1, 999)})`;
    return word;
  }
}
