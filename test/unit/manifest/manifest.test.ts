import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { commandIds, focusReportView, hoverCommands } from '../../../src/editor/commandIds.js';
import { contextKeys } from '../../../src/editor/contextKeys.js';
import { memoLanguages } from '../../../src/editor/documents.js';
import { guidanceScheme } from '../../../src/editor/guidanceAddress.js';
import { defaultSettings, languageSettings, limits, settingNames } from '../../../src/editor/settingValues.js';
import { severityNames } from '../../../src/editor/severities.js';
import { builtinKnowledge } from '../../../src/rules/builtin.js';
import { levels } from '../../../src/rules/level.js';
import { at, list, readJson, record, strings, text, type Json } from './manifest.js';

const manifest = readJson('package.json');
const contributes = record(manifest.contributes);
const viewId = 'dealLens.report';

describe('the manifest', () => {
  const commands = list(contributes.commands);
  const settings = Object.assign(
    {},
    ...list(contributes.configuration).map((category) => record(category.properties)),
  ) as Record<string, Json>;

  it('contributes exactly the commands that the code registers, each in our category', () => {
    expect(commands.map(({ command }) => command)).to.have.members(Object.values(commandIds));
    expect(commands.every(({ category }) => category === 'Deal Lens')).to.equal(true);
    expect(Object.values(commandIds)).to.include.members([...hoverCommands]);
  });

  it('names only commands and views that exist', () => {
    const known = new Set<string>([...Object.values(commandIds), focusReportView]);
    const inMenus = Object.values(record(contributes.menus)).flatMap((menu) =>
      list(menu).filter(({ command }) => command !== undefined),
    );
    const submenus = list(contributes.submenus).map(({ id }) => text(id));
    expect(Object.keys(record(contributes.menus))).to.include.members(submenus);
    const inTexts = ['package.nls.json', 'package.nls.zh-cn.json']
      .flatMap((file) => Object.values(readJson(file)))
      .flatMap((words) => [...text(words).matchAll(/command:([\w.]+)/gu)].map(([, id]) => id ?? ''));
    const inEvents = strings(contributes.walkthroughs ?? null).flatMap((one) =>
      one.startsWith('onCommand:') ? [one.slice('onCommand:'.length)] : [],
    );
    for (const id of [...inMenus.map(({ command }) => text(command)), ...inTexts, ...inEvents]) {
      expect(known.has(id), id).to.equal(true);
    }
    expect(list(record(contributes.views).dealLens).map(({ id }) => id)).to.deep.equal([viewId]);
    for (const one of strings(contributes.walkthroughs ?? null)) {
      if (one.startsWith('onView:')) expect(one).to.equal(`onView:${viewId}`);
    }
  });

  it('uses exactly the context keys that the code sets', () => {
    const used = new Set<string>();
    const visit = (value: Json): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'when' || key === 'enablement') && typeof inner === 'string') {
          for (const [name] of inner.matchAll(/\bdealLens\.\w+/gu)) if (name !== viewId) used.add(name);
        } else visit(inner);
      }
    };
    visit(contributes);
    expect([...used]).to.have.members(Object.values(contextKeys));
  });

  it('declares exactly the settings that the code reads, with the same defaults, limits and words', () => {
    expect(Object.keys(settings)).to.have.members(settingNames.map((name) => `dealLens.${name}`));
    for (const name of settingNames) {
      expect(at(settings, `dealLens.${name}`, 'default'), name).to.deep.equal(defaultSettings[name]);
    }
    for (const name of ['maxFindings', 'maxLength'] as const) {
      expect(at(settings, `dealLens.${name}`, 'minimum'), name).to.equal(limits[name].least);
      expect(at(settings, `dealLens.${name}`, 'maximum'), name).to.equal(limits[name].most);
    }
    expect(at(settings, 'dealLens.language', 'enum')).to.deep.equal([...languageSettings]);
    expect(at(settings, 'dealLens.levels', 'additionalProperties', 'enum')).to.deep.equal([...levels, 'off']);
    const severities = record(at(settings, 'dealLens.severities', 'properties'));
    expect(Object.keys(severities)).to.deep.equal([...levels]);
    for (const one of Object.values(severities)) expect(record(one).enum).to.deep.equal([...severityNames]);
  });

  it('gives every setting a scope, an order and a description, and no setting a path', () => {
    for (const [name, setting] of Object.entries(settings)) {
      expect(at(setting, 'scope'), name).to.be.oneOf(['resource', 'application']);
      expect(at(setting, 'order'), name).to.be.a('number');
      expect(at(setting, 'markdownDescription'), name).to.match(/^%setting\./u);
    }
  });

  it('offers every topic by its label where a setting goes by topic', () => {
    const { topics } = builtinKnowledge();
    for (const setting of ['dealLens.levels', 'dealLens.packs']) {
      const offered = record(at(settings, setting, 'properties'));
      expect(Object.keys(offered), setting).to.have.members(topics.map(({ id }) => id));
    }
    const [english, chinese] = [readJson('package.nls.json'), readJson('package.nls.zh-cn.json')];
    for (const { id, label } of topics) {
      expect(english[`topic.${id}`], id).to.equal(label.en);
      expect(chinese[`topic.${id}`], id).to.equal(label.zh);
    }
  });

  it('activates on memos and on guidance that VS Code restores, and on nothing else', () => {
    expect(manifest.activationEvents).to.have.members([
      ...memoLanguages.map((language) => `onLanguage:${language}`),
      `onFileSystem:${guidanceScheme}`,
    ]);
  });

  it('opens guidance in the Markdown preview wherever a link leads to it', () => {
    const associations = at(contributes, 'configurationDefaults', 'workbench.editorAssociations');
    expect(associations).to.deep.equal({ [`${guidanceScheme}:/**/*.md`]: 'vscode.markdown.preview.editor' });
  });

  it('runs in both hosts, in virtual workspaces, and with care in those that are not trusted', () => {
    expect(manifest.main).to.equal('./dist/node/extension.js');
    expect(manifest.browser).to.equal('./dist/web/extension.js');
    expect(manifest.extensionKind).to.equal(undefined);
    expect(at(manifest, 'capabilities', 'virtualWorkspaces')).to.equal(true);
    expect(at(manifest, 'capabilities', 'untrustedWorkspaces', 'supported')).to.equal('limited');
    expect(manifest.enabledApiProposals).to.equal(undefined);
  });

  it('is written against the types of the oldest VS Code that it admits', () => {
    const engine = /^\^(\d+\.\d+)\.0$/u.exec(text(at(manifest, 'engines', 'vscode')))?.[1];
    const types = text(readJson('node_modules/@types/vscode/package.json').version);
    expect(types.split('.').slice(0, 2).join('.')).to.equal(engine);
  });

  it('ships every file that it names', () => {
    const named = strings(contributes).filter((one) => /^(?:\.\/)?(?:media|syntaxes)\//u.test(one));
    expect(named.length).to.be.greaterThan(5);
    for (const file of [...named, text(manifest.icon)]) expect(existsSync(file), file).to.equal(true);
    for (const { url } of [...list(contributes.jsonValidation), ...list(contributes.yamlValidation)]) {
      expect(url).to.equal('./schemas/rule-pack.schema.json');
    }
  });

  it('has a walkthrough whose every step can be completed', () => {
    const [walkthrough, ...others] = list(contributes.walkthroughs);
    expect(others).to.deep.equal([]);
    const steps = list(walkthrough?.steps);
    expect(steps.length).to.be.within(4, 5);
    for (const { id, completionEvents, media } of steps) {
      expect(completionEvents, text(id)).to.be.an('array').that.is.not.empty;
      expect(at(media, 'altText'), text(id)).to.match(/^%/u);
    }
  });
});
