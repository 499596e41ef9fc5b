import * as vscode from 'vscode';
import { ActiveMemo } from './activeMemo.js';
import { makeApi, type DealLensApi } from './api.js';
import { registerCommands } from './commands.js';
import { debugInformation } from './debugInformation.js';
import { Diagnostics } from './diagnostics.js';
import { GuidanceDocuments } from './guidanceDocuments.js';
import { Hovers } from './hovers.js';
import { Log } from './log.js';
import { registerForMemos } from './memoSelector.js';
import { QuickFixes } from './quickFixes.js';
import { ReportView } from './reportView.js';
import { Reviews } from './reviews.js';
import { Rulesets } from './rulesets.js';
import { openSampleMemo } from './sampleMemo.js';
import { Settings } from './settings.js';
import { StatusItem } from './statusItem.js';
import { Suppressions } from './suppressions.js';
import { WordsInForce } from './words.js';
import { WorkspacePacks } from './workspacePacks.js';

export type { DealLensApi, DocumentReview } from './api.js';

/** Builds and wires the parts; the same in a Node host and in a web worker. Everything else happens in the parts. */
export function activate(context: vscode.ExtensionContext): DealLensApi {
  const begun = Date.now();
  const { extension, extensionUri, subscriptions } = context;
  const own = <Part extends vscode.Disposable>(part: Part): Part => {
    subscriptions.push(part);
    return part;
  };

  const log = own(new Log());
  const rulesets = new Rulesets();
  const words = own(new WordsInForce(extensionUri, log));
  const packs = own(new WorkspacePacks(rulesets, words, log));
  const settings = own(new Settings((resource) => rulesets.knownIds(packs.of(resource))));
  const reviews = own(new Reviews(settings, rulesets, packs, log));
  const guidance = own(new GuidanceDocuments(rulesets, words));
  const diagnostics = own(new Diagnostics(reviews, settings, guidance, words));
  const memo = own(new ActiveMemo(reviews));
  const reportView = own(new ReportView(rulesets, memo, words));
  const status = own(new StatusItem(memo, settings, words));
  const hovers = new Hovers(reviews, (document, finding) => diagnostics.lists(document, finding), words);
  const quickFixes = new QuickFixes(reviews, words);
  own(registerForMemos((memos) => vscode.languages.registerHoverProvider(memos, hovers)));
  own(
    registerForMemos((memos) => vscode.languages.registerCodeActionsProvider(memos, quickFixes, QuickFixes.metadata)),
  );
  own(
    registerCommands({
      memo,
      rulesets,
      guidance,
      reportView,
      suppressions: new Suppressions(reviews, words),
      words,
      openSample: () => openSampleMemo(extensionUri, words, log),
      showLog: () => log.show(),
      debugInformation: () => debugInformation(extension, reviews, rulesets, settings, words),
    }),
  );

  own(packs.onDidChange(() => settings.reread()));
  own(settings.onDidChange(() => void words.use(settings.of(undefined).language)));
  own(settings.onDidChange(() => status.refresh()));
  own(
    words.onDidChange(() => {
      packs.retell();
      for (const surface of [diagnostics, reportView, status]) surface.refresh();
    }),
  );
  void words.use(settings.of(undefined).language);
  packs.start();
  reviews.start();
  log.info(`Deal Lens is ready after ${Date.now() - begun} ms.`);
  return makeApi(reviews);
}
