import * as vscode from 'vscode';
import { INSERT, INSERT_OFFERS } from '../../server/src/messages.js';
import type {
  Inserted,
  InsertOffer,
  InsertOffersParams,
  InsertParams,
  NumberingResult,
  Offered,
} from '../../server/src/messages.js';
import { Choice } from './choice.js';
import { applyNumbering } from './edits.js';
import { searched } from './search.js';
import type { DocumentStatuses } from './status.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;

/** A list is asked for again this long after the last letter. Milliseconds. */
const PAUSE = 120;

/** The comment that a table of contents begins with: what has none is not asked about when it is saved. */
const CONTENTS = '<!-- plenary-contents -->';

/** The commands that put something into the text: chosen from a list, or at once. */
export function registerInsert(ask: Ask, statuses: DocumentStatuses): vscode.Disposable[] {
  const offered = (command: string, what: Offered): vscode.Disposable =>
    vscode.commands.registerCommand(command, (query?: string) => choose(ask, what, query));
  const atOnce = (command: string, what: Inserted): vscode.Disposable =>
    vscode.commands.registerCommand(command, () => insert(ask, what));
  return [
    offered('plenary.insertResolution', 'resolution'),
    offered('plenary.insertReference', 'reference'),
    offered('plenary.insertState', 'state'),
    offered('plenary.insertAgendaItem', 'agenda-item'),
    atOnce('plenary.insertFootnote', 'footnote'),
    atOnce('plenary.insertContents', 'contents'),
    atOnce('plenary.insertDate', 'date'),
    vscode.workspace.onWillSaveTextDocument((event) => {
      const { document } = event;
      if (statuses.of(document.uri)?.recognized !== true || !document.getText().includes(CONTENTS)) return;
      event.waitUntil(contentsEdits(ask, document));
    }),
  ];
}

/** What brings the table of contents up to date; nothing where the text has changed in the meantime. */
async function contentsEdits(ask: Ask, document: vscode.TextDocument): Promise<vscode.TextEdit[]> {
  const { version } = document;
  const result = await plan(ask, document, new vscode.Position(0, 0), 'update-contents').catch(() => null);
  if (!result || document.version !== version) return [];
  return result.edits.map(({ range: { start, end }, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
  );
}

async function plan(
  ask: Ask,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
  what: Inserted,
): Promise<NumberingResult | null> {
  const params: InsertParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
    what,
  };
  return (await ask(INSERT, params)) as NumberingResult | null;
}

async function insert(ask: Ask, what: Inserted): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { version } = editor.document;
  const result = await plan(ask, editor.document, editor.selection.end, what);
  if (!result || editor.document.version !== version) return;
  if (result.refused !== null) {
    void vscode.window.showInformationMessage(result.refused);
    return;
  }
  if (result.edits.length === 0 && what === 'contents') {
    void vscode.window.showInformationMessage(vscode.l10n.t('The table of contents is up to date.'));
    return;
  }
  await applyNumbering(editor, result);
}

interface OfferItem extends vscode.QuickPickItem {
  readonly offer?: InsertOffer;
}

/** Lets a person choose from what the server offers for the place of the cursor, and puts it there. */
async function choose(ask: Ask, what: Offered, query?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const chosen = await pick(
    (typed) => {
      const { line, character } = editor.selection.start;
      const params: InsertOffersParams = {
        textDocument: { uri: document.uri.toString() },
        position: { line, character },
        what,
        query: typed,
      };
      return ask(INSERT_OFFERS, params) as Promise<readonly InsertOffer[] | null>;
    },
    what,
    query ?? document.getText(editor.selection).slice(0, 200),
  );
  if (chosen === undefined) return;
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  // What is put in where nothing is selected takes the cursor along, and nobody who types on is overtaken.
  if (shown.selection.isEmpty) {
    await shown.edit((builder) => builder.insert(shown.selection.active, chosen));
    return;
  }
  await shown.edit((builder) => builder.replace(shown.selection, chosen));
  const { end } = shown.selection;
  shown.selection = new vscode.Selection(end, end);
}

function pick(
  offers: (query: string) => Promise<readonly InsertOffer[] | null>,
  what: Offered,
  query: string,
): Promise<string | undefined> {
  const box = vscode.window.createQuickPick<OfferItem>();
  const words = wordsOf(what);
  box.title = words.title;
  box.placeholder = words.placeholder;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.value = query.trim();
  box.busy = true;
  const withTitle: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('quote'),
    tooltip: vscode.l10n.t('Insert with its title'),
  };
  /** The list is the server's answer to each word only where it is searched there. */
  const elsewhere = what === 'resolution' || what === 'agenda-item';
  let all: readonly InsertOffer[] | undefined;
  let done: (text: string | undefined) => void = () => undefined;
  const choice = new Choice(box, ({ offer }) => {
    if (offer) done(offer.text);
  });
  const show = (): void => {
    if (!all) return;
    const found = elsewhere
      ? all
      : searched(all, box.value, ({ label, description, search }) => [label, description, search].join(' '));
    const said = box.value.trim() === '' ? words.empty : words.nothing;
    choice.show(
      found.length > 0 ? itemsOf(found, withTitle, words.groups) : [{ label: said, alwaysShow: true }],
    );
  };
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const refresh = async (): Promise<void> => {
    const own = ++asked;
    box.busy = true;
    choice.expect();
    const found = await offers(box.value).catch(() => null);
    if (own !== asked) return;
    box.busy = false;
    all = found ?? [];
    show();
  };
  return new Promise((resolve) => {
    done = (text) => {
      clearTimeout(pause);
      resolve(text);
      box.dispose();
    };
    box.onDidChangeValue(() => {
      if (!elsewhere) {
        show();
        return;
      }
      clearTimeout(pause);
      choice.expect();
      pause = setTimeout(() => void refresh(), PAUSE);
    });
    box.onDidTriggerItemButton(({ item }) => done(item.offer?.longText ?? item.offer?.text));
    box.onDidHide(() => done(undefined));
    box.show();
    void refresh();
  });
}

function itemsOf(
  offers: readonly InsertOffer[],
  withTitle: vscode.QuickInputButton,
  groups: Readonly<Record<string, string>>,
): OfferItem[] {
  const items: OfferItem[] = [];
  let group = '';
  for (const offer of offers) {
    if (offer.group !== group) {
      ({ group } = offer);
      items.push({ label: groups[group] ?? group, kind: vscode.QuickPickItemKind.Separator });
    }
    items.push({
      label: offer.label,
      description: offer.description,
      ...(offer.detail === '' ? {} : { detail: offer.detail }),
      ...(offer.longText === null ? {} : { buttons: [withTitle] }),
      alwaysShow: true,
      offer,
    });
  }
  return items;
}

interface Words {
  readonly title: string;
  readonly placeholder: string;
  /** Said where nothing was found, and where nothing was typed yet and there is nothing to begin with. */
  readonly nothing: string;
  readonly empty: string;
  readonly groups: Readonly<Record<string, string>>;
}

function wordsOf(what: Offered): Words {
  switch (what) {
    case 'resolution':
      return {
        title: vscode.l10n.t('Insert a resolution'),
        placeholder: vscode.l10n.t('Its number, or words of its title'),
        nothing: vscode.l10n.t('No resolution in the catalogue has these words in its title.'),
        empty: vscode.l10n.t('Type a number, for example 75/158, or a few words of a title.'),
        groups: {},
      };
    case 'reference':
      return {
        title: vscode.l10n.t('Insert a cross reference'),
        placeholder: vscode.l10n.t('A number, or words of the part that is meant'),
        nothing: vscode.l10n.t('No numbered part of this document has these words.'),
        empty: vscode.l10n.t('Nothing in this document has a number yet.'),
        groups: {
          paragraph: vscode.l10n.t('paragraphs'),
          section: vscode.l10n.t('sections'),
          article: vscode.l10n.t('articles'),
          annex: vscode.l10n.t('annexes'),
          footnote: vscode.l10n.t('footnotes'),
        },
      };
    case 'state':
      return {
        title: vscode.l10n.t('Insert the name of a State'),
        placeholder: vscode.l10n.t('The beginning of its name'),
        nothing: vscode.l10n.t('No State has this name.'),
        empty: vscode.l10n.t('No State has this name.'),
        groups: {},
      };
    case 'agenda-item':
      return {
        title: vscode.l10n.t('Insert an agenda item'),
        placeholder: vscode.l10n.t('Its number, and its title behind a colon: 12 (b): Title'),
        nothing: vscode.l10n.t('Type the number of the item, for example 12 (b).'),
        empty: vscode.l10n.t('Type the number of the item, for example 12 (b).'),
        groups: {
          own: vscode.l10n.t('of this document'),
          cited: vscode.l10n.t('named in this document'),
          typed: vscode.l10n.t('as typed'),
        },
      };
  }
}
