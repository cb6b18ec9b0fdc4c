import * as vscode from 'vscode';
import { closeAll, draft, equal, EXTENSION_ID, fixture, ok, plenary, show, statusOf, until } from '../kit.js';

const REPORT =
  'A/79/7\n\nReport of the Secretary-General\n\n## I. Introduction\n\n1. It was is as noted in paragraph 2 below.\n\n2. It it recalls resolution 75/158.\n\n## II. Annexes\n\n3. It ends.\n';

/** Commands that are of use without a document of ours. */
const ANYWHERE = new Set([
  'plenary.newDocument',
  'plenary.changeKind',
  'plenary.checkFolder',
  'plenary.uncheckFolder',
  'plenary.importResolutions',
  'plenary.restartServer',
  'plenary.showOutput',
]);

/** Commands that show something beside the text or ask a question. */
const SHOWS = new Set([
  'plenary.healthReport',
  'plenary.showLength',
  'plenary.insertResolution',
  'plenary.insertReference',
  'plenary.insertAgendaItem',
  'plenary.insertState',
  'plenary.openPreview',
  'plenary.printDraft',
  'plenary.copyForWord',
  // Commands of the view of the draft, about the part that is selected there.
  'plenary.outline.goTo',
  'plenary.outline.moveUp',
  'plenary.outline.moveDown',
  'plenary.outline.copyReference',
]);

/** Whoever is asked by the extension gives no answer; what was asked and told is kept. */
class Person {
  readonly told: string[] = [];
  readonly #window = vscode.window as unknown as Record<string, (...args: never[]) => unknown>;
  readonly #own = new Map<string, (...args: never[]) => unknown>();

  constructor() {
    for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'])
      this.#instead(name, (message: string) => {
        this.told.push(message);
        return Promise.resolve(undefined);
      });
    for (const name of ['showQuickPick', 'showInputBox', 'showOpenDialog'])
      this.#instead(name, () => Promise.resolve(undefined));
    for (const name of ['createQuickPick', 'createInputBox']) {
      const create = this.#window[name]!;
      this.#instead(name, () => {
        const box = create.call(vscode.window) as vscode.QuickInput;
        const shown = box.show.bind(box);
        box.show = () => {
          shown();
          setTimeout(() => box.hide(), 50);
        };
        return box;
      });
    }
  }

  #instead(name: string, call: (...args: never[]) => unknown): void {
    this.#own.set(name, this.#window[name]!);
    this.#window[name] = call;
  }

  goes(): void {
    for (const [name, own] of this.#own) this.#window[name] = own;
  }
}

describe('Every command of the palette', () => {
  const { commands } = (
    vscode.extensions.getExtension(EXTENSION_ID)!.packageJSON as {
      contributes: { commands: { command: string; title: string }[] };
    }
  ).contributes;
  let person: Person;

  before(async () => {
    await until('the server', async () => (await plenary()).isRunning());
  });
  beforeEach(() => (person = new Person()));
  afterEach(async () => {
    person.goes();
    await closeAll();
  });

  /** Runs a command, which has to end, and returns what the person was told: sentences, and nothing of a program. */
  async function run(command: string): Promise<readonly string[]> {
    person.told.length = 0;
    let ended = false;
    await Promise.race([
      Promise.resolve(vscode.commands.executeCommand(command)).then(() => (ended = true)),
      new Promise((resolve) => setTimeout(resolve, 8_000)),
    ]);
    ok(ended, `${command} did not end`);
    for (const message of person.told)
      ok(/^[\p{Lu}“].*[.?!…]$/su.test(message) && !/undefined|null|Error:|\[object/.test(message), message);
    return person.told;
  }

  it('has a title and is registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const { command, title } of commands) {
      ok(registered.has(command), `${command} is not registered`);
      ok(title !== '' && !title.startsWith('%'), `${command}: ${title}`);
    }
  });

  it('does no harm where nothing is open', async function () {
    this.timeout(60_000);
    await closeAll();
    for (const { command } of commands) await run(command);
    const { activeTextEditor } = vscode.window;
    ok(!activeTextEditor || activeTextEditor.document.uri.scheme === 'output', 'something was opened');
  });

  it('leaves a text alone that is no document of ours', async function () {
    this.timeout(60_000);
    const document = await show(fixture('README.md'));
    await statusOf(document.uri, ({ recognized }) => !recognized);
    const text = document.getText();
    for (const { command } of commands) {
      await vscode.window.showTextDocument(document);
      await run(command);
      equal(document.getText(), text, `text after ${command}`);
    }
  });

  it('does something in a report, or says why not', async function () {
    this.timeout(120_000);
    for (const { command } of commands) {
      if (ANYWHERE.has(command)) continue;
      const document = await draft(REPORT);
      await statusOf(document.uri, ({ recognized }) => recognized);
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(REPORT.indexOf('recalls'));
      editor.selection = new vscode.Selection(at, at);
      const told = await run(command);
      ok(
        told.length > 0 || document.getText() !== REPORT || SHOWS.has(command),
        `${command} did nothing, and did not say why`,
      );
      await closeAll();
    }
  });
});
