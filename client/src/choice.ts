import * as vscode from 'vscode';

/**
 * What Enter chooses in a list whose items follow what is typed.
 *
 * The editor answers Enter by the row that it shows, and says so by its place in the list: while another list is on its
 * way, that place is nothing or something else there. An Enter that comes in between waits for the list and chooses
 * what then stands first; typing on takes it back.
 */
export class Choice<Item extends vscode.QuickPickItem> {
  readonly #box: vscode.QuickPick<Item>;
  readonly #take: (item: Item) => void;
  /** The last list that was announced or shown, by its number, and whether it is the one that the editor shows. */
  #list = 0;
  #settled = true;
  #waiting = false;

  constructor(box: vscode.QuickPick<Item>, take: (item: Item) => void) {
    this.#box = box;
    this.#take = take;
    box.onDidChangeValue(() => (this.#waiting = false));
    box.onDidAccept(() => {
      if (this.#settled) this.#accept(box.selectedItems[0] ?? box.activeItems[0]);
      else this.#waiting = true;
    });
  }

  /** Another list is being looked for: until it is shown, Enter waits. */
  expect(): void {
    this.#list++;
    this.#settled = false;
  }

  /** Shows a list, in which `active` has the focus, or else what stands first. */
  show(items: readonly Item[], active?: Item): void {
    this.expect();
    this.#box.items = items;
    if (active) this.#box.activeItems = [active];
    void this.#settle(this.#list);
  }

  /** Waits for the way to the editor and back: what it says from then on is about the list that was shown last. */
  async #settle(list: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await Promise.resolve(vscode.commands.executeCommand('noop')).catch(() => undefined);
    if (list !== this.#list) return;
    this.#settled = true;
    if (!this.#waiting) return;
    this.#waiting = false;
    const { activeItems, items } = this.#box;
    const first = items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    this.#accept(activeItems.find((item) => items.includes(item)) ?? first);
  }

  #accept(item: Item | undefined): void {
    if (item) this.#take(item);
  }
}
