import * as vscode from 'vscode';
import { NEW_DOCUMENT_CREATE, NEW_DOCUMENT_LIST } from '../../server/src/messages.js';
import type { CreatedDocument, NewDocumentCreateParams, NewDocumentList } from '../../server/src/messages.js';
import { Choice } from './choice.js';
import { searched } from './search.js';
import { dayOfSession } from './sessionDay.js';
import { kindWords } from './words.js';

type Ask = (method: string, params: unknown) => Promise<unknown>;
type Offered = NewDocumentList['documents'][number];
type Question = Offered['questions'][number];

/** The person went a step back, or closed the wizard. */
const BACK = Symbol('back');
const CANCELLED = Symbol('cancelled');
type Step<T> = T | typeof BACK | typeof CANCELLED;

/** The kinds are asked for in groups, in the order in which most people need them. */
const ICONS: Readonly<Record<string, string>> = {
  statement: 'comment-discussion',
  report: 'book',
  note: 'note',
  resolution: 'law',
  decision: 'checklist',
  treaty: 'references',
  letter: 'mail',
  agenda: 'list-ordered',
  record: 'history',
  other: 'file',
};

/** The command that begins a new document. With `given` nobody is asked anything. */
export function registerWizard(ask: Ask): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('plenary.newDocument', (given?: NewDocumentCreateParams) =>
      newDocument(ask, given),
    ),
  ];
}

async function newDocument(ask: Ask, given?: NewDocumentCreateParams): Promise<void> {
  const params = given ?? (await questions(ask));
  if (!params) return;
  const created = (await ask(NEW_DOCUMENT_CREATE, params)) as CreatedDocument;
  if ('error' in created) {
    void vscode.window.showErrorMessage(created.error);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'un-document', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(created.snippet), new vscode.Position(0, 0));
}

/** Asks step by step; going back keeps what was answered. Undefined where the wizard was closed. */
async function questions(ask: Ask): Promise<NewDocumentCreateParams | undefined> {
  const asked = ask(NEW_DOCUMENT_LIST, {}) as Promise<NewDocumentList>;
  const answers = new Map<string, string>();
  for (;;) {
    const id = await askKind(asked);
    if (id === BACK || id === CANCELLED) return undefined;
    const list = await asked;
    const chosen = list.documents.find((one) => one.id === id);
    if (!chosen) return undefined;
    let step = 0;
    while (step >= 0 && step < chosen.questions.length) {
      const question = chosen.questions[step]!;
      const answer = await askQuestion(list, chosen, question, answers, {
        step: step + 2,
        totalSteps: chosen.questions.length + 1,
      });
      if (answer === CANCELLED) return undefined;
      if (answer === BACK) {
        step--;
        continue;
      }
      answers.set(question.name, answer);
      step++;
    }
    if (step < 0) continue;
    const names = new Set(chosen.questions.map(({ name }) => name));
    return {
      id: chosen.id,
      answers: Object.fromEntries([...answers].filter(([name, value]) => names.has(name) && value !== '')),
    };
  }
}

interface Place {
  readonly step: number;
  readonly totalSteps: number;
}

interface Item extends vscode.QuickPickItem {
  readonly value?: string;
}

/** Which kind of document. The question is there at once; what may be chosen comes with the server. */
function askKind(asked: Promise<NewDocumentList>): Promise<Step<string>> {
  return pick(
    asked.then(({ documents }) => kindItems(documents)),
    {
      title: vscode.l10n.t('New document'),
      placeholder: vscode.l10n.t('What do you want to write?'),
    },
  );
}

function kindItems(documents: NewDocumentList['documents']): Item[] {
  const items: Item[] = [];
  let group = '';
  for (const { id, title, description, kind } of documents) {
    if (kind !== group) {
      items.push({ label: kindWords(kind).label, kind: vscode.QuickPickItemKind.Separator });
      group = kind;
    }
    items.push({ label: `$(${ICONS[kind] ?? 'file'}) ${title}`, detail: description, value: id });
  }
  return items;
}

/** One question. An empty answer leaves the place open in the draft. */
async function askQuestion(
  list: NewDocumentList,
  document: Offered,
  question: Question,
  answers: ReadonlyMap<string, string>,
  place: Place,
): Promise<Step<string>> {
  const before = answers.get(question.name) ?? question.default ?? usual(list, document, question, answers);
  const items = offers(list, question, answers);
  if (items.length > 0) {
    const closed = question.type === 'choice' && question.open !== true;
    return pick(
      [...items, { label: `$(edit) ${vscode.l10n.t('Leave open, to be written in the draft')}`, value: '' }],
      {
        ...place,
        // What is asked stays in sight when something is typed.
        title: question.label,
        placeholder: closed
          ? vscode.l10n.t('Choose, or type to search')
          : vscode.l10n.t('Choose, or type an answer of your own'),
        back: true,
        before,
        free: !closed,
      },
    );
  }
  return input(question, before, place);
}

/** What is answered most often: it stands there to be confirmed. */
function usual(
  list: NewDocumentList,
  document: Offered,
  question: Question,
  answers: ReadonlyMap<string, string>,
): string {
  if (question.type === 'date')
    return document.kind === 'statement' ? dayOfSession(answers.get('dates') ?? '', list.today) : list.today;
  if (question.name === 'place') return bodyOf(list, answers)?.place ?? '';
  return '';
}

function bodyOf(
  list: NewDocumentList,
  answers: ReadonlyMap<string, string>,
): NewDocumentList['bodies'][number] | undefined {
  return list.bodies.find(({ name }) => name === answers.get('body'));
}

function offers(
  list: NewDocumentList,
  question: Question,
  answers: ReadonlyMap<string, string>,
): readonly Item[] {
  const body = bodyOf(list, answers);
  switch (question.type) {
    case 'body':
      return list.bodies.map(({ name, known, noun, sessions }) => {
        const next = sessions[0];
        const detail = [known, next && noun ? sessionWords(next) : ''].filter((words) => words !== '');
        return {
          label: name,
          value: name,
          ...(detail.length === 0 ? {} : { detail: detail.join(' · ') }),
        };
      });
    case 'session':
      return (body?.sessions ?? []).map(({ value, label, year }) => ({
        label,
        // A number that is typed finds the session that it is the number of.
        description:
          value === year ? year : `${value} · ${year || vscode.l10n.t('after the last one known here')}`,
        value,
      }));
    case 'choice':
      return (question.choices ?? [])
        .filter((choice) => {
          // A President and a Chair preside over different bodies.
          if (question.name !== 'presiding' || !body) return true;
          return choice.endsWith(body.office);
        })
        .map((choice) => ({ label: choice, value: choice }));
    default:
      return [];
  }
}

/** "twelfth session (2024)"; "2026 session", which says its year itself. */
function sessionWords({ value, label, year }: NewDocumentList['bodies'][number]['sessions'][number]): string {
  return value === year || year === '' ? label : `${label} (${year})`;
}

interface PickOptions {
  readonly title: string;
  readonly placeholder: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly back?: boolean;
  readonly before?: string;
  /** What is typed may be the answer itself. */
  readonly free?: boolean;
}

/** What is offered for what was typed: the items that it finds, and where that is allowed what was typed itself. */
function answersTo(typed: string, items: readonly Item[], free: boolean): readonly Item[] {
  if (typed === '') return items;
  const found = searched(items, typed, ({ label, description, detail }) =>
    [label, description, detail].join(' '),
  )
    .filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)
    .map((item) => ({ ...item, alwaysShow: true }));
  if (free && !items.some(({ label }) => label === typed))
    // What was typed stands beside the words, not in them: the list puts first what has it in its label.
    found.push({
      label: `$(edit) ${vscode.l10n.t('As typed:')}`,
      description: typed,
      value: typed,
      alwaysShow: true,
    });
  return found.length > 0
    ? found
    : [{ label: vscode.l10n.t('Nothing here has these words.'), alwaysShow: true }];
}

function pick(
  items: readonly Item[] | Promise<readonly Item[]>,
  options: PickOptions,
): Promise<Step<string>> {
  const box = vscode.window.createQuickPick<Item>();
  box.title = options.title;
  box.placeholder = options.placeholder;
  box.step = options.step;
  box.totalSteps = options.totalSteps;
  box.matchOnDetail = true;
  box.matchOnDescription = true;
  box.ignoreFocusOut = true;
  if (options.back) box.buttons = [vscode.QuickInputButtons.Back];
  let all: readonly Item[] | undefined;
  let done: (answer: Step<string>) => void = () => undefined;
  const choice = new Choice(box, ({ value }) => {
    if (value !== undefined) done(value);
  });
  const show = (active?: Item): void => {
    if (all) choice.show(answersTo(box.value.trim(), all, options.free === true), active);
  };
  const offer = (offered: readonly Item[]): void => {
    all = offered;
    box.busy = false;
    show(all.find(({ value }) => value !== undefined && value !== '' && value === options.before));
  };
  return new Promise((resolve, reject) => {
    done = (answer) => {
      resolve(answer);
      box.dispose();
    };
    box.onDidChangeValue(() => {
      show();
    });
    box.onDidTriggerButton(() => done(BACK));
    box.onDidHide(() => done(CANCELLED));
    box.busy = true;
    choice.expect();
    box.show();
    if ('then' in items)
      items.then(offer, (error: unknown) => {
        box.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    else offer(items);
  });
}

function input(question: Question, before: string, place: Place): Promise<Step<string>> {
  const box = vscode.window.createInputBox();
  box.title = question.label;
  box.step = place.step;
  box.totalSteps = place.totalSteps;
  box.ignoreFocusOut = true;
  box.value = before;
  box.placeholder = vscode.l10n.t('for example: {0}', question.example);
  box.prompt = question.optional
    ? vscode.l10n.t('Leave it empty where it does not apply.')
    : vscode.l10n.t('Leave it empty to write it later in the draft.');
  box.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const done = (answer: Step<string>): void => {
      resolve(answer);
      box.dispose();
    };
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(() => {
      const answer = box.value.trim();
      if (question.type === 'date' && answer !== '' && !isDay(answer)) {
        box.validationMessage = vscode.l10n.t('Write the date as 14 October 2024 or 2024-10-14.');
        return;
      }
      done(answer);
    });
    box.onDidTriggerButton(() => done(BACK));
    box.onDidHide(() => done(CANCELLED));
    box.show();
  });
}

/** Whether the answer looks like a date; whether there is such a day, the server says. */
function isDay(answer: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(answer) || /^\d{1,2} [A-Za-z]{3,9} \d{4}$/.test(answer);
}
