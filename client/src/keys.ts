import * as vscode from 'vscode';
import { NUMBERING } from '../../server/src/messages.js';
import type { NumberingOperation, NumberingParams, NumberingResult } from '../../server/src/messages.js';
import { mayBeDraft } from './selector.js';
import { NOWHERE, numberState, Typed, type NumberState } from './typed.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** What the `when` clauses of the keys ask for, and where each key has something to do. */
const CONTEXTS = {
  'plenary.key.enters': ({ ends, apart }: NumberState) => ends || apart,
  'plenary.key.takes': ({ empty }: NumberState) => empty,
  'plenary.key.levels': ({ label }: NumberState) => label,
} as const;
type Context = keyof typeof CONTEXTS;
const KEYS = Object.keys(CONTEXTS) as Context[];
/** A key that is not needed any longer does no harm: it is given back once the typing pauses. Milliseconds. */
const PAUSE = 50;
/** How often a plan is made anew, and edits are tried again, while a person goes on typing. */
const PLANS = 5;
const TRIES = 50;

/**
 * Enter, Backspace and Tab where a number or a new paragraph is concerned. The editor does its own first, at once: it
 * breaks the line or takes the letter, and what is typed behind it stands where it belongs, however long an answer
 * takes. Then the number is put in or taken away around it, within the same undo step. Where the server knows nothing to
 * do, the editor's own is all that has happened.
 */
export function registerKeys(ask: Ask): vscode.Disposable[] {
  const keys = new NumberingKeys(ask);
  return [
    keys,
    vscode.commands.registerCommand('plenary.key.enter', () => keys.enter()),
    vscode.commands.registerCommand('plenary.key.backspace', () => keys.backspace()),
    vscode.commands.registerCommand('plenary.key.tab', () => keys.tab('demote', 'tab')),
    vscode.commands.registerCommand('plenary.key.outdent', () => keys.tab('promote', 'outdent')),
  ];
}

/** What a key does: for the server to plan, or an empty line more or less. */
type KeyOperation = NumberingOperation | 'part' | 'join';

/** A key that was pressed: where, and what is typed since. */
interface Pressed {
  readonly editor: vscode.TextEditor;
  readonly operation: KeyOperation;
  readonly typed: Typed;
  /** Length of the line break that the editor has made. */
  readonly head: number;
}

class NumberingKeys implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #disposables: vscode.Disposable[];
  /** What stands at the cursor, and what stood there before the text was changed last. */
  #state = NOWHERE;
  #before = NOWHERE;
  /** What the editor was told. */
  readonly #told = new Map<Context, boolean>();
  /** Where Enter has just begun a paragraph of its own. */
  #fresh: { document: vscode.TextDocument; version: number; line: number } | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Keys follow one another: who presses twice means it twice. */
  #queue: Promise<unknown> = Promise.resolve();
  #pending = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#disposables = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#look();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) return;
        this.#before = this.#state;
        this.#look();
      }),
    ];
    this.#look();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Looks what stands at the cursor. A key is asked for at once, and given back when nothing happens for a while. */
  #look(): void {
    const editor = vscode.window.activeTextEditor;
    this.#state = editor && mayBeDraft(editor.document) ? stateOf(editor) : NOWHERE;
    for (const key of KEYS) if (this.#acts(key)) this.#tell(key, true);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      // While a number is on its way, the next key may be meant for it.
      if (this.#pending > 0) return;
      for (const key of KEYS) this.#tell(key, this.#acts(key));
    }, PAUSE);
  }

  #acts(key: Context): boolean {
    if (CONTEXTS[key](this.#state)) return true;
    const editor = vscode.window.activeTextEditor;
    const fresh = this.#fresh;
    return (
      key === 'plenary.key.enters' &&
      editor !== undefined &&
      fresh?.document === editor.document &&
      fresh.version === editor.document.version &&
      fresh.line === editor.selection.active.line
    );
  }

  #tell(key: Context, value: boolean): void {
    if ((this.#told.get(key) ?? false) === value) return;
    this.#told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  /** The editor has broken the line: at the end of what is numbered the next number is put behind it. */
  async enter(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document } = editor;
    const place = editor.selection.active;
    if (place.line === 0 || document.lineAt(place.line).text.slice(0, place.character).trim() !== '') return;
    const head = document.offsetAt(place) - document.offsetAt(document.lineAt(place.line - 1).range.end);
    const fresh = this.#fresh;
    this.#fresh = undefined;
    // Who is used to press it twice has one empty line, and not two.
    if (
      fresh?.document === document &&
      fresh.version === document.version - 1 &&
      fresh.line === place.line - 1
    )
      await this.#press(editor, 'join', head);
    else if (stateBeforeBreak(document, place).apart) await this.#press(editor, 'part', head);
    else await this.#press(editor, 'enter', head);
  }

  /** The editor has taken the blank behind an empty number: the number goes too, and those behind it fall back. */
  async backspace(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor && this.#before.empty) await this.#press(editor, 'backspace', 0);
  }

  /** Tab right behind a number changes the level of its paragraph; elsewhere it is the editor's own. */
  async tab(operation: 'demote' | 'promote', own: 'tab' | 'outdent'): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    if (this.#pending === 0 && !stateOf(editor).label) {
      await vscode.commands.executeCommand(own);
      return;
    }
    const typed = await this.#press(editor, operation, 0);
    if (typed === null || typed.isGone()) return;
    if (typed.start === typed.end) await vscode.commands.executeCommand(own);
    else if (own === 'tab') {
      const { insertSpaces, tabSize } = editor.options;
      const blanks = insertSpaces === true ? ' '.repeat(Number(tabSize) || 4) : '\t';
      await editor.edit((builder) => builder.insert(editor.document.positionAt(typed.start), blanks));
    }
  }

  /** Does what a key asks for when its turn comes; gives what was typed in the meantime where there was nothing to do. */
  #press(editor: vscode.TextEditor, operation: KeyOperation, head: number): Promise<Typed | null> {
    const { document } = editor;
    const typed = new Typed(document.offsetAt(editor.selection.active), head);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) for (const change of event.contentChanges) typed.take(change);
    });
    this.#pending++;
    const done = this.#queue
      .then(() => this.#perform({ editor, operation, typed, head }))
      .catch(() => false)
      .finally(() => {
        this.#pending--;
        listener.dispose();
        this.#look();
      });
    this.#queue = done;
    return done.then((performed) => (performed ? null : typed));
  }

  async #perform(pressed: Pressed): Promise<boolean> {
    const { editor, operation, typed, head } = pressed;
    const { document } = editor;
    if (operation === 'part' || operation === 'join') return this.#part(pressed);
    for (let plans = 0; plans < PLANS && !typed.isGone(); plans++) {
      typed.changedElsewhere();
      const start = document.positionAt(typed.start - head);
      const place = document.positionAt(typed.start);
      const end = document.positionAt(typed.end);
      const params: NumberingParams = {
        textDocument: { uri: document.uri.toString() },
        operation,
        range: { start: plain(start), end: plain(place) },
        typed: { start: plain(start), end: plain(end) },
      };
      const result = (await this.#ask(NUMBERING, params)) as NumberingResult | null;
      if (!result || result.refused !== null || result.edits.length === 0) return false;
      // A letter that comes in while the edits are on their way makes them void: they are made for the text with it.
      for (let tries = 0; tries < TRIES && !typed.isGone() && !typed.changedElsewhere(); tries++) {
        if (await this.#apply(pressed, result, end)) return true;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
    return false;
  }

  /** An empty line before a paragraph of its own, or the line break taken back that would have been one too many. */
  async #part({ editor, operation, typed, head }: Pressed): Promise<boolean> {
    const { document } = editor;
    for (let tries = 0; tries < TRIES && !typed.isGone(); tries++) {
      const place = document.positionAt(typed.start);
      const done = await editor.edit(
        (builder) => {
          if (operation === 'join')
            builder.delete(new vscode.Range(document.positionAt(typed.start - head), place));
          else builder.insert(place, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
        },
        { undoStopBefore: false, undoStopAfter: true },
      );
      if (!done) await new Promise((resolve) => setTimeout(resolve, 10));
      else {
        const { line } = editor.selection.active;
        if (operation === 'part') this.#fresh = { document, version: document.version, line };
        return true;
      }
    }
    return false;
  }

  /** Makes edits that were planned when what is typed ended at `planned`. The cursor stays where it is in the words. */
  async #apply(
    { editor, operation, typed }: Pressed,
    { edits }: NumberingResult,
    planned: vscode.Position,
  ): Promise<boolean> {
    const { document } = editor;
    const place = document.positionAt(typed.start);
    const end = document.positionAt(typed.end);
    const moved = (p: vscode.Position): vscode.Position =>
      p.line === planned.line
        ? new vscode.Position(end.line, p.character - planned.character + end.character)
        : p.translate(end.line - planned.line);
    return editor.edit(
      (builder) => {
        for (const { range, newText } of edits) {
          let own = new vscode.Range(
            range.start.line,
            range.start.character,
            range.end.line,
            range.end.character,
          );
          if (own.end.isAfter(planned)) own = new vscode.Range(moved(own.start), moved(own.end));
          if (!own.isEmpty && (newText === '' || !own.end.isEqual(place))) builder.replace(own, newText);
          else {
            // Put in at the cursor, it takes the cursor along, and what stands behind it.
            if (!own.isEmpty) builder.delete(own);
            builder.insert(own.end, newText);
          }
        }
      },
      // What the editor did by itself is undone with it.
      { undoStopBefore: operation !== 'enter' && operation !== 'backspace', undoStopAfter: true },
    );
  }
}

function stateOf({ document, selection }: vscode.TextEditor): NumberState {
  return stateAt(document, selection.active, (at) => lineOf(document, at));
}

/** What stood at the cursor before the editor broke the line at `place`, told by the text alone. */
function stateBeforeBreak(document: vscode.TextDocument, place: vscode.Position): NumberState {
  const line = place.line - 1;
  const head = lineOf(document, line) ?? '';
  const whole = head + (lineOf(document, place.line) ?? '').slice(place.character);
  return stateAt(document, new vscode.Position(line, head.length), (at) =>
    at === line ? whole : lineOf(document, at < line ? at : at + 1),
  );
}

function stateAt(
  document: vscode.TextDocument,
  cursor: vscode.Position,
  line: (at: number) => string | undefined,
): NumberState {
  const state = numberState(line, cursor);
  // In Markdown and plain text Enter is as people know it there.
  return document.languageId === 'un-document' ? state : { ...state, apart: false };
}

function lineOf(document: vscode.TextDocument, at: number): string | undefined {
  return at >= 0 && at < document.lineCount ? document.lineAt(at).text : undefined;
}

function plain({ line, character }: vscode.Position): { line: number; character: number } {
  return { line, character };
}
