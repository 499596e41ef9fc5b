import { expect } from 'chai';
import { Matcher } from '../../../src/matching/matcher.js';
import { Sentences } from '../../../src/matching/sentences.js';
import { formsOf } from '../../../src/rules/coverage.js';
import { compileTerm, maxForms, NotationError } from '../../../src/rules/notation.js';
import { fold } from '../../../src/text/folding.js';

/** The source text of every match of a term, longest first at each place. */
function find(term: string, text: string): string[] {
  const folded = fold(text);
  const matches = Matcher.of(compileTerm(term)).find(folded, () => new Sentences(folded));
  return matches.map(({ start, end }) => {
    const span = folded.map.spanOf(start, end);
    return text.slice(span.start, span.end);
  });
}

function mistake(term: string): NotationError {
  try {
    compileTerm(term);
  } catch (error) {
    if (error instanceof NotationError) return error;
    throw error;
  }
  throw new Error(`"${term}" was accepted.`);
}

describe('Term notation', () => {
  it('takes words in any spelling that folding takes away', () => {
    expect(find('export licence', 'An Export\nLicence, an export-licence and EXPORT  LICENCES.')).to.deep.equal([
      'Export\nLicence',
      'export-licence',
      'EXPORT  LICENCES',
    ]);
    expect(find('H100', 'Ｈ１００, H-100, H 100s but not SH100 or H1000')).to.deep.equal(['Ｈ１００', 'H-100', 'H 100s']);
  });

  it('takes alternatives, nested ones and optional pieces', () => {
    expect(find('(board|management) observer(ship)?', 'a board observer, management observership')).to.deep.equal([
      'board observer',
      'management observership',
    ]);
    expect(find('data ?base', 'database, data base')).to.deep.equal(['database', 'data base']);
    expect(find('a((b|c)d)?', 'abd acd a')).to.deep.equal(['abd', 'acd', 'a']);
    expect(find('派(驻)?(一名|1名)?董事', '派驻一名董事，派董事')).to.deep.equal(['派驻一名董事', '派董事']);
  });

  it('takes numbers and percentages', () => {
    expect(find('<percent> of the votes', 'it holds 24.9 per cent of the votes')).to.deep.equal([
      '24.9 per cent of the votes',
    ]);
    expect(find('<number> (patient|名患者)', '7,400 patients, 1.2 million patients，120万名患者')).to.include.members([
      '7,400 patients',
      '1.2 million patients',
      '120万名患者',
    ]);
    expect(find('持股<percent>', '持股百分之二十五')).to.deep.equal(['持股百分之二十五']);
  });

  it('takes the words of a class, beside any others', () => {
    expect(find('log ?in from <china>', 'They log in from Shenzhen, or log in from the PRC.')).to.deep.equal([
      'log in from Shenzhen',
      'log in from the PRC',
    ]);
    expect(find('<number>...2 <people>', '21,600 adult patients and 12 chairs')).to.deep.equal(['21,600 adult patients']);
    expect(find('<china>...2(登录|访问)', '从香港远程访问，由境內登錄')).to.deep.equal(['香港远程访问', '境內登錄']);
  });

  it('takes gaps within a sentence, and no further', () => {
    expect(find('copy ... server', 'a copy on their own server')).to.deep.equal(['copy on their own server']);
    expect(find('copy ... server', 'a copy to any of their own server')).to.deep.equal([]);
    expect(find('copy ... server', 'a copy. The server')).to.deep.equal([]);
    expect(find('拷...6服务器', '拷一份到自己服务器')).to.deep.equal(['拷一份到自己服务器']);
  });

  it('takes exact case where asked', () => {
    expect(find('=SAFE', 'a SAFE is not safe')).to.deep.equal(['SAFE']);
    expect(find('=EAR', 'the EAR, an ear, a year')).to.deep.equal(['EAR']);
  });

  it('takes the characters of the notation when they are escaped', () => {
    expect(find('744\\.11\\(a\\)', 'see 744.11(a) there')).to.deep.equal(['744.11(a)']);
  });

  it('says what is wrong with a term, and where', () => {
    expect(mistake('a (b|c').offset).to.equal(2);
    expect(mistake('a) b').offset).to.equal(1);
    expect(mistake('<count> people').explanation.en).to.contain('<percent>');
    expect(mistake('... server').explanation.en).to.contain('begin or end');
    expect(mistake('a ...99 b').explanation.en).to.contain('1 to 12');
    expect(mistake('').explanation.en).to.contain('no words');
    expect(mistake('(a)? ...3 b').explanation.en).to.contain('optional');
    for (const term of ['a (b|c', '<x>', '']) expect(mistake(term).explanation.zh).to.match(/\p{Script=Han}/u);
  });

  it('finds the same when it is divided between words', () => {
    const partsOf = (term: string): number[] => compileTerm(term, { whole: false }).map(({ parts }) => parts.length);
    expect(partsOf('(send|ship|sell|move) (data|code|chips|tools) (to|into) (a|b|c)')).to.deep.equal([3]);
    expect(partsOf('(客户|用户|会员|员工)(数据|资料|信息|档案)')).to.deep.equal([2]);
    // A letter beside a digit, and what may be one word, stay together.
    expect(partsOf('(a|b|c|d) ?(1|2|3|4)')).to.deep.equal([1]);
    expect(partsOf('(data|text|word|note)(-| )?(base|book|pad|file)')).to.deep.equal([1]);
    for (const [term, text] of [
      ['(send|ship|sell|move) (data|code|chips|tools) (to|into) (a|b|c)', 'They ship code\ninto b, send-tools to a; send data.'],
      ['(客户|用户|会员|员工)(的)?(数据|资料|信息|档案)', '客户资料、用户 的信息，客户的，数据'],
      ['(big|small|old|new) (model|engine|chip|tool)', 'new models, old, engine; an oldmodel, big engine'],
    ] as const) {
      const folded = fold(text);
      const matches = Matcher.of(compileTerm(term, { whole: false })).find(folded, () => new Sentences(folded));
      const spans = matches.map(({ start, end }) => folded.map.spanOf(start, end));
      expect(spans.map((span) => text.slice(span.start, span.end))).to.deep.equal(find(term, text));
    }
  });

  it('refuses a term that stands for too many forms, at once', () => {
    const started = Date.now();
    expect(mistake('(a|b)'.repeat(40)).explanation.en).to.contain(String(maxForms));
    expect(mistake('(<number>|<percent>)x'.repeat(40)).explanation.en).to.contain(String(maxForms));
    expect(Date.now() - started).to.be.below(2_000);
  });

  it('writes out the forms of a term', () => {
    expect(formsOf('licen(c|s)e')).to.deep.equal(['licence', 'license']);
    expect(formsOf('<percent> of (votes|shares)')).to.deep.equal(['26% of votes', '26% of shares']);
    expect(formsOf('拷...服务器')).to.deep.equal(['拷服务器']);
  });
});
