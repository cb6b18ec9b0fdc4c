/**
 * Lays a printed document out on sheets of paper: the notes that a page points at stand at its foot, a heading stays
 * with what it heads, and paragraphs and tables are cut between lines and rows. A browser does not know how to put notes
 * on the page that they belong to, so this is done with its measures, in the preview and in the printed file alike.
 */

export interface Layout {
  /** What stands above the second and each later page. */
  readonly running: string;
}

/** At least so many lines of a paragraph stay together before and behind the end of a page. */
const LINES_TOGETHER = 2;
/** Measures are fractions of pixels: what is too long by less than this fits. */
const TOLERANCE = 0.5;

/**
 * Puts copies of `pieces` on sheets, which are appended to `container` one after the other, and copies of the `notes`
 * on the sheets where they are pointed at. A note that nothing points at stands on the last one. What is higher than a
 * sheet makes that sheet higher: nothing is cut off.
 */
export function layOut(
  pieces: readonly Element[],
  notes: readonly HTMLElement[],
  container: HTMLElement,
  layout: Layout,
): void {
  const sheets: Sheet[] = [];
  const open = (): Sheet => {
    const sheet = new Sheet(container, sheets.length === 0 ? '' : layout.running, notes);
    sheets.push(sheet);
    return sheet;
  };
  let sheet = open();
  const waiting: Element[] = pieces.map((piece) => piece.cloneNode(true) as Element).reverse();
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    if (piece.classList.contains('annex') && !sheet.isEmpty) sheet = open();
    if (sheet.take(piece)) continue;
    const rest = sheet.takePart(piece);
    if (rest) {
      waiting.push(rest);
      sheet = open();
    } else if (sheet.isEmpty) {
      sheet.force(piece);
    } else {
      waiting.push(piece, ...sheet.giveBackHeadings());
      sheet = open();
    }
  }
  const placed = new Set(sheets.flatMap((one) => one.notes));
  sheet.addNotes(notes.filter((note) => !placed.has(note)));
  sheets.forEach((one, i) => one.finish(i + 1, sheets.length));
}

class Sheet {
  readonly notes: HTMLElement[] = [];
  readonly #known: readonly HTMLElement[];
  readonly #element = element('section', 'sheet');
  readonly #body = element('div', 'sheet-body');
  readonly #notes = element('div', 'sheet-notes');
  readonly #foot = element('div', 'sheet-foot');
  /** How high body and notes may be together. */
  readonly #height: number;

  constructor(container: HTMLElement, running: string, known: readonly HTMLElement[]) {
    this.#known = known;
    const head = element('div', 'sheet-head');
    head.textContent = running;
    this.#element.append(head, this.#body, this.#notes, this.#foot);
    container.append(this.#element);
    this.#foot.textContent = '1';
    const style = getComputedStyle(this.#element);
    const inner =
      this.#element.clientHeight -
      Number.parseFloat(style.paddingTop) -
      Number.parseFloat(style.paddingBottom);
    this.#height = inner - head.offsetHeight - this.#foot.offsetHeight;
  }

  get isEmpty(): boolean {
    return this.#body.childElementCount === 0;
  }

  /** Takes an element as a whole, with its notes, if there is room for it. */
  take(piece: Element): boolean {
    this.#body.append(piece);
    const added = this.addNotes(this.#notesOf(piece));
    if (this.#fits()) return true;
    this.#removeNotes(added);
    piece.remove();
    return false;
  }

  /** Takes an element although there is no room for it. */
  force(piece: Element): void {
    this.#body.append(piece);
    this.addNotes(this.#notesOf(piece));
  }

  /** Takes the first lines or rows of an element, and returns an element with the others; null where it can't be cut. */
  takePart(piece: Element): Element | null {
    this.#body.append(piece);
    const table = piece.querySelector('table');
    const rest = table ? this.#cutTable(piece, table) : piece.matches('p, ul') ? this.#cutLines(piece) : null;
    if (rest) this.addNotes(this.#notesOf(piece));
    else piece.remove();
    return rest;
  }

  /** Headings at the end of the sheet, last one first, which are taken away: they go where their text goes. */
  giveBackHeadings(): Element[] {
    const headings: Element[] = [];
    for (let last = this.#body.lastElementChild; last; last = this.#body.lastElementChild) {
      if (!last.matches('h1, h2, h3, h4, h5, h6, .heading-label')) break;
      if (this.#body.childElementCount === 1) break;
      last.remove();
      headings.push(last);
    }
    return headings;
  }

  /** Puts notes at the foot; returns those that were not there before. */
  addNotes(notes: readonly HTMLElement[]): HTMLElement[] {
    const added = notes.filter((note) => !this.notes.includes(note));
    for (const note of added) {
      this.notes.push(note);
      this.#notes.append(note.cloneNode(true));
    }
    return added;
  }

  finish(number: number, count: number): void {
    this.#element.classList.add(number % 2 === 0 ? 'even' : 'odd');
    this.#foot.textContent = count === 1 ? '' : `${number}/${count}`;
  }

  #removeNotes(notes: readonly HTMLElement[]): void {
    for (let i = 0; i < notes.length; i++) {
      this.notes.pop();
      this.#notes.lastElementChild?.remove();
    }
  }

  #fits(): boolean {
    return this.#used() <= this.#height + TOLERANCE;
  }

  #used(): number {
    return this.#body.offsetHeight + (this.notes.length > 0 ? this.#notes.offsetHeight : 0);
  }

  /** The notes that an element points at, in order. */
  #notesOf(piece: Element): HTMLElement[] {
    const keys = new Set(
      [...piece.querySelectorAll('a[data-note]')].map((mark) => mark.getAttribute('data-note')),
    );
    return keys.size === 0 ? [] : this.#known.filter((note) => keys.has(note.dataset.note ?? ''));
  }

  #cutTable(piece: Element, table: HTMLTableElement): Element | null {
    const rest = piece.cloneNode(true) as Element;
    const moved = rest.querySelector('table')!.tBodies[0];
    const rows = table.tBodies[0]?.rows;
    if (!moved || !rows) return null;
    let kept = rows.length;
    while (kept > 0 && !this.#fits()) rows[--kept]!.remove();
    if (kept === 0 || kept === moved.rows.length) return null;
    for (let i = 0; i < kept; i++) moved.rows[0]!.remove();
    return rest;
  }

  #cutLines(piece: Element): Element | null {
    const top = piece.getBoundingClientRect().top;
    const lineHeight = Number.parseFloat(getComputedStyle(piece).lineHeight);
    const lines = Math.round(piece.getBoundingClientRect().height / lineHeight);
    if (!(lines >= 2 * LINES_TOGETHER)) return null;
    const room = this.#height - this.#used() + piece.getBoundingClientRect().height;
    let keep = Math.min(Math.floor((room + TOLERANCE) / lineHeight), lines - LINES_TOGETHER);
    // The notes of the lines that stay take room themselves: fewer lines may stay.
    for (; keep >= LINES_TOGETHER; keep--) {
      const at = textBelow(piece, top + keep * lineHeight - lineHeight / 4);
      if (!at) return null;
      const rest = cutAt(piece, at);
      const added = this.addNotes(this.#notesOf(piece));
      if (this.#fits()) return rest;
      this.#removeNotes(added);
      join(piece, rest);
    }
    return null;
  }
}

interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** The first place in the text of an element that stands below a height of the window. */
function textBelow(root: Element, y: number): Place | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const below = (node: Text, offset: number): boolean => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect().bottom > y;
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { length } = node;
    if (length === 0 || !below(node, length - 1)) continue;
    // Raised figures stand higher than their line: only plain words tell where a line begins.
    if (node.parentElement?.closest('sup')) continue;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below(node, middle)) high = middle;
      else low = middle + 1;
    }
    return { node, offset: low };
  }
  return null;
}

/** Cuts an element in two at a place in its text and returns the second half. */
function cutAt(root: Element, { node, offset }: Place): Element {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(root, root.childNodes.length);
  const rest = root.cloneNode(false) as Element;
  rest.append(range.extractContents());
  rest.classList.add('rest');
  return rest;
}

/** Takes back a cut. Elements that were cut within stay in two parts of the same look. */
function join(root: Element, rest: Element): void {
  root.append(...rest.childNodes);
  root.normalize();
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
