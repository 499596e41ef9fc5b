import type * as vscode from 'vscode';
import { Diagnostics } from './diagnostics.js';
import { GuidanceDocuments } from './guidanceDocuments.js';
import { Log } from './log.js';
import { Reviews } from './reviews.js';
import { Rulesets } from './rulesets.js';
import { Settings } from './settings.js';
import { WordsInForce } from './words.js';
import { WorkspacePacks } from './workspacePacks.js';

/** Builds and wires the parts; nothing else happens here. */
export function activate(context: vscode.ExtensionContext): void {
  const log = new Log();
  const rulesets = new Rulesets();
  const words = new WordsInForce(context.extensionUri, log);
  const packs = new WorkspacePacks(words, log);
  const settings = new Settings((resource) => {
    const ruleset = rulesets.compile(packs.of(resource), []);
    return { hasTopic: (id) => ruleset.knows(id), hasRule: (id) => ruleset.knows(id) };
  });
  const reviews = new Reviews(settings, rulesets, packs, log);
  const guidance = new GuidanceDocuments(rulesets, words);
  const diagnostics = new Diagnostics(reviews, settings, guidance, words);
  context.subscriptions.push(log, words, packs, settings, reviews, guidance, diagnostics);
  packs.start();
  reviews.start();
}
