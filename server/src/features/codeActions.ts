import { modify } from 'jsonc-parser';
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Block } from '../document/block.js';
import type { Draft, Position } from '../document/draft.js';
import { ENGLISH, type Language } from '../l10n/language.js';
import { phrase, type Sentence } from '../l10n/phrase.js';
import type { Finding, Fix } from '../rules/rule.js';
import type { FolderConfiguration } from '../workspace/configuration.js';
import { PLAIN_TEXT } from '../workspace/attach.js';
import type { OpenDraft } from '../workspace/openDraft.js';
import type { Diagnostics } from './diagnostics.js';

/** "Fix all safe problems", which editors may be told to run at each save. */
export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.plenary`;

/** The command of our own client that copies a case of a wrong finding; its arguments are address, code and range. */
export const REPORT_FALSE_ALARM = 'plenary.reportFalseAlarm';

/** What the actions of a document need to know beside its text. */
export interface CodeActionOptions {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly saved: boolean;
  /** The configuration file of the document's folder, where a rule can be turned off; undefined for none. */
  readonly configuration?: FolderConfiguration;
  /** The client can be asked to make a file. */
  readonly createFiles: boolean;
  /** The client has the command `plenary.reportFalseAlarm`. */
  readonly falseAlarms?: boolean;
  /** The language of whoever chooses; English unless told. */
  readonly language?: Language;
}

function languageOf({ language }: CodeActionOptions): Language {
  return language ?? ENGLISH;
}

/** What can be done about the findings in a range. Sorted as they are offered: fixes first, then ways to be left alone. */
export function codeActions(
  open: OpenDraft,
  range: Range,
  context: CodeActionContext,
  diagnostics: Diagnostics,
  options: CodeActionOptions,
): CodeAction[] {
  const wants = (kind: CodeActionKind): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(open, range, diagnostics, options));
  // Without a wish it is offered too: editors that group actions by kind put it where it belongs.
  if (wants(FIX_ALL)) {
    const all = fixAllSafe(open, options);
    if (all) actions.push(all);
  }
  return actions;
}

function quickFixes(
  open: OpenDraft,
  range: Range,
  diagnostics: Diagnostics,
  options: CodeActionOptions,
): CodeAction[] {
  const findings = open.allFindings(options.saved);
  const here = findings
    .map((finding) => ({ finding, diagnostic: diagnostics.ofFinding(open, options.uri, finding) }))
    .filter(({ diagnostic }) => touches(diagnostic.range, range));
  const fixes: CodeAction[] = [];
  const all: CodeAction[] = [];
  const ignores: CodeAction[] = [];
  const seen = new Set<string>();
  const language = languageOf(options);
  for (const { finding, diagnostic } of here) {
    finding.fixes.forEach((fix, index) => {
      const edits = editsOf(open.draft, fix);
      fixes.push({
        title: language.say(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        // Only what is certain may be applied by a key that applies the preferred fix.
        ...(fix.kind === 'safe' && index === 0 ? { isPreferred: true } : {}),
        edit: changeOf(edits, options),
      });
    });
    const { code } = finding.rule;
    if (seen.has(code)) continue;
    seen.add(code);
    const same = findings.filter((other) => other.rule === finding.rule && other.fixes.length > 0);
    if (same.length > 1 && finding.fixes.length > 0) {
      const edits = together(
        open.draft,
        same.map((other) => other.fixes[0]!),
      );
      all.push({
        title: language.say(phrase`Fix all of this rule in the document (${code}, ${same.length})`),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: changeOf(edits, options),
      });
    }
    ignores.push(...ignoreActions(open, finding, diagnostic, options));
  }
  return [...fixes, ...all, ...ignores];
}

/** One action for all fixes that are certain; undefined where there are none. */
function fixAllSafe(open: OpenDraft, options: CodeActionOptions): CodeAction | undefined {
  const fixes = open
    .allFindings(options.saved)
    .map((finding) => finding.fixes.find((fix) => fix.kind === 'safe'))
    .filter((fix) => fix !== undefined);
  if (fixes.length === 0) return undefined;
  return {
    title: languageOf(options).say(phrase`Fix all problems that can safely be fixed (${fixes.length})`),
    kind: FIX_ALL,
    edit: changeOf(together(open.draft, fixes), options),
  };
}

// ---- being left alone

const IGNORE_NEXT = /<!--\s*plenary-ignore-next\b([^<>]*?)-->/;
const IGNORE_FILE = /<!--\s*plenary-ignore-file\b([^<>]*?)-->/;
const FRONT_MATTER_IGNORE = /^plenary-ignore[ \t]*:[ \t]*(.*)$/m;

function ignoreActions(
  open: OpenDraft,
  finding: Finding,
  diagnostic: Diagnostic,
  options: CodeActionOptions,
): CodeAction[] {
  const { draft } = open;
  const { code } = finding.rule;
  const actions: CodeAction[] = [];
  const add = (title: Sentence, edit: WorkspaceEdit): void => {
    actions.push({
      title: languageOf(options).say(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit,
    });
  };
  // Plain text has no comments: what is written there is printed.
  if (options.languageId !== PLAIN_TEXT) {
    if (finding.block.form !== 'comment' && finding.block.form !== 'front-matter') {
      add(phrase`Ignore “${code}” here`, changeOf([ignoreHere(draft, finding.block, code)], options));
    }
    add(phrase`Ignore “${code}” in this document`, changeOf([ignoreInFile(draft, code)], options));
  }
  const configuration = options.configuration;
  if (configuration && (configuration.text !== null || options.createFiles)) {
    const edit = turnOff(configuration, code);
    if (edit) add(phrase`Turn off “${code}” in this folder`, edit);
  }
  if (options.falseAlarms) {
    const title = languageOf(options).say(phrase`Report “${code}” here as a false alarm`);
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: REPORT_FALSE_ALARM, arguments: [options.uri, code, diagnostic.range] },
    });
  }
  return actions;
}

/** The comment before a block, or its code added to a comment that stands there already. */
function ignoreHere(draft: Draft, block: Block, code: string): TextEdit {
  const before = draft.blocks[block.index - 1];
  if (before?.form === 'comment') {
    const edit = addedTo(draft, before, IGNORE_NEXT, code);
    if (edit) return edit;
  }
  const start = draft.rangeOf(block, { start: block.contentStart, end: block.contentStart }).start;
  return insertion({ line: start.line, character: 0 }, `<!-- plenary-ignore-next ${code} -->\n`);
}

/** An entry in front matter where there is some, else a comment at the top. */
function ignoreInFile(draft: Draft, code: string): TextEdit {
  for (const block of draft.blocks) {
    if (block.form === 'comment') {
      const edit = addedTo(draft, block, IGNORE_FILE, code);
      if (edit) return edit;
    }
    if (block.form === 'front-matter') {
      const edit = addedTo(draft, block, FRONT_MATTER_IGNORE, code);
      if (edit) return edit;
      return insertion({ line: block.startLine + 1, character: 0 }, `plenary-ignore: ${code}\n`);
    }
  }
  return insertion({ line: 0, character: 0 }, `<!-- plenary-ignore-file ${code} -->\n\n`);
}

/** The edit that adds a code to a list of codes; undefined where the block has no such list or the list means all. */
function addedTo(draft: Draft, block: Block, pattern: RegExp, code: string): TextEdit | undefined {
  const match = pattern.exec(block.text);
  const codes = match?.[1]?.trimEnd() ?? '';
  if (!match || codes.trim() === '') return undefined;
  const end = match.index + match[0].indexOf(codes) + codes.length;
  return insertion(draft.rangeOf(block, { start: end, end }).start, `, ${code}`);
}

/** The edit of plenary.config.json that turns a rule off; undefined where the file can't be read. */
function turnOff({ uri, text, problems }: FolderConfiguration, code: string): WorkspaceEdit | undefined {
  if (text === null || text.trim() === '') {
    const content = `{\n  "rules": {\n    "${code}": "off"\n  }\n}\n`;
    const whole = { start: { line: 0, character: 0 }, end: positionIn(text ?? '', text?.length ?? 0) };
    const edits = [{ range: whole, newText: content }];
    if (text !== null) return { changes: { [uri]: edits } };
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits },
      ],
    };
  }
  if (problems.some(({ message }) => message.text.startsWith('This is no JSON'))) return undefined;
  const edits = modify(text, ['rules', code], 'off', {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' },
  });
  return {
    changes: {
      [uri]: edits.map(({ offset, length, content }) => ({
        range: { start: positionIn(text, offset), end: positionIn(text, offset + length) },
        newText: content,
      })),
    },
  };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

// ---- edits

/** The edits of one fix, in the order of the text. */
function editsOf(draft: Draft, fix: Fix): TextEdit[] {
  return fix
    .edits()
    .map(({ block, start, end, text }) => ({ range: draft.rangeOf(block, { start, end }), newText: text }))
    .sort((a, b) => compare(a.range.start, b.range.start));
}

/** The edits of several fixes; of two that touch the same text the first counts, and the other is left for the next time. */
function together(draft: Draft, fixes: readonly Fix[]): TextEdit[] {
  const kept: TextEdit[] = [];
  const all = fixes
    .map((fix) => editsOf(draft, fix))
    .filter((edits) => edits.length > 0)
    .sort((a, b) => compare(a[0]!.range.start, b[0]!.range.start));
  let last: Position = { line: 0, character: 0 };
  for (const edits of all) {
    // Behind everything that was taken nothing can clash.
    const behind = kept.length === 0 || compare(edits[0]!.range.start, last) > 0;
    if (!behind && edits.some((edit) => kept.some((other) => overlaps(edit.range, other.range)))) continue;
    for (const edit of edits) {
      kept.push(edit);
      if (compare(edit.range.end, last) > 0) last = edit.range.end;
    }
  }
  return kept.sort((a, b) => compare(a.range.start, b.range.start));
}

function changeOf(edits: readonly TextEdit[], { uri }: CodeActionOptions): WorkspaceEdit {
  return { changes: { [uri]: [...edits] } };
}

function insertion(position: Position, text: string): TextEdit {
  return { range: { start: position, end: position }, newText: text };
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether two ranges share a place, their ends included: a cursor at the end of a word is at the word. */
function touches(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** Whether two edits change the same text; two insertions at one place do. */
function overlaps(a: Range, b: Range): boolean {
  if (compare(a.start, b.start) === 0) return true;
  return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}
