import type { Rendered } from '../../server/src/messages.js';
import { difference } from './difference.js';
import type { FromPreview, PreviewState, ToPreview, View } from './messages.js';
import { layOut } from './pages.js';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: PreviewState): void;
  getState(): PreviewState | undefined;
};

type Piece = Rendered['pieces'][number];

/** How long the browser may keep silent about the clipboard before a person is asked to click again. Milliseconds. */
const PATIENCE = 1_500;
/** How long a message is shown. Milliseconds. */
const MESSAGE_STAYS = 4_000;

const editor = acquireVsCodeApi();
const page = byId('document');
const flow = byId('flow');
const notes = byId('notes');
const pages = byId('pages');
const bar = byId('bar');
const nothing = byId('nothing');
const message = byId('message');
const prompt = byId('prompt');
const words = document.body.dataset;

/** What is shown, as it came. */
let shown: Rendered | undefined;
let view: View = 'flow';
let uri = '';
let cursor = -1;
/** Where the window was put from outside, as long as nobody has scrolled it since: what is told of that is an echo. */
let putAt: number | undefined;
let wanted: { readonly html: string; readonly text: string } | undefined;
let messageTimer: ReturnType<typeof setTimeout> | undefined;

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no ${id} in the page.`);
  return found;
}

// ---- what is shown

function show(rendered: Rendered, nextUri: string, nextView: View): void {
  const other = nextUri !== uri;
  const before = shown && !other ? shown : undefined;
  const line = other || !shown ? undefined : topLine();
  nothing.hidden = true;
  page.hidden = false;
  page.className = `document kind-${rendered.kind} view-${nextView}`;
  if (rendered.language === 'other') page.removeAttribute('lang');
  else page.lang = rendered.language;
  replace(flow, before?.pieces ?? [], rendered.pieces);
  replace(notes, before?.notes ?? [], rendered.notes);
  byId('title').hidden = flow.querySelector('h1') !== null;
  const laidAnew = nextView !== view || nextView === 'pages';
  shown = rendered;
  view = nextView;
  uri = nextUri;
  for (const button of bar.querySelectorAll<HTMLElement>('[data-view]')) {
    const chosen = button.dataset.view === view;
    button.setAttribute('aria-checked', String(chosen));
    button.tabIndex = chosen ? 0 : -1;
  }
  lay();
  notes.hidden = view === 'pages' || rendered.notes.length === 0;
  mark();
  editor.setState({ uri, view });
  if (other) window.scrollTo(0, 0);
  else if (laidAnew && line !== undefined) scrollToLine(line);
}

/** Exchanges the pieces that differ, so that all others stay as they are: selected, scrolled, unblinking. */
function replace(parent: HTMLElement, before: readonly Piece[], after: readonly Piece[]): void {
  if (parent.childElementCount !== before.length) {
    parent.replaceChildren();
    before = [];
  }
  const change = difference(before, after, (a, b) => a.html === b.html);
  if (change) {
    const { start, count, added } = change;
    const next = parent.children[start + count] ?? null;
    for (let i = 0; i < count; i++) parent.children[start]?.remove();
    const template = document.createElement('template');
    for (const { html } of added) {
      // The engine has made this markup, and let nothing of the text become a tag.
      template.innerHTML = html;
      const element = template.content.firstElementChild ?? document.createElement('div');
      parent.insertBefore(element, next);
    }
  }
  after.forEach(({ line }, i) => {
    (parent.children[i] as HTMLElement).dataset.line = String(line);
  });
}

/** Sheets are measured at the size of paper, and then shown as large as there is room for. */
function lay(): void {
  pages.replaceChildren();
  flow.hidden = view === 'pages';
  pages.hidden = view !== 'pages';
  if (view !== 'pages' || !shown) return;
  pages.style.setProperty('zoom', '1');
  // Notes that are hidden have no height to be measured; their copies on the sheets have.
  layOut([...flow.children], [...notes.children] as HTMLElement[], pages, { running: shown.symbol });
  zoom();
}

function zoom(): void {
  const sheet = pages.firstElementChild as HTMLElement | null;
  if (!sheet) return;
  const room = document.documentElement.clientWidth - 32;
  pages.style.setProperty('zoom', String(Math.min(1.5, Math.max(0.4, room / sheet.offsetWidth))));
}

function showNothing(reason: string): void {
  shown = undefined;
  flow.replaceChildren();
  notes.replaceChildren();
  pages.replaceChildren();
  page.hidden = true;
  nothing.hidden = false;
  nothing.textContent = reason;
}

// ---- scrolling with the editor

interface Anchor {
  readonly line: number;
  readonly top: number;
  readonly element: Element;
}

/** Elements of the page that know their line, from top to bottom. Their tops are those within the whole page. */
function anchors(): Anchor[] {
  const found: Anchor[] = [];
  const root = view === 'pages' ? pages : flow;
  let last = -1;
  let lineOfPiece = 0;
  for (const element of root.querySelectorAll<HTMLElement>('[data-line], [data-at]')) {
    if (element.closest('.sheet-notes')) continue;
    if (element.dataset.line !== undefined) lineOfPiece = Number(element.dataset.line);
    const line = lineOfPiece + Number(element.dataset.at ?? 0);
    if (line <= last) continue;
    last = line;
    found.push({ line, top: element.getBoundingClientRect().top + window.scrollY, element });
  }
  return found;
}

function topEdge(): number {
  return bar.offsetHeight + 8;
}

/** The line at the top of the window, with its fraction. */
function topLine(): number | undefined {
  const all = anchors();
  if (all.length === 0) return undefined;
  const y = window.scrollY + topEdge();
  const next = all.findIndex(({ top }) => top > y);
  if (next === 0) return window.scrollY <= 0 ? 0 : all[0]!.line;
  const before = all.at(next < 0 ? -1 : next - 1)!;
  const after = next < 0 ? undefined : all[next];
  const end = after?.top ?? document.documentElement.scrollHeight;
  const lines = (after?.line ?? before.line + 1) - before.line;
  return before.line + (lines * (y - before.top)) / Math.max(1, end - before.top);
}

/** Brings a line to the top of the window. */
function scrollToLine(line: number): void {
  const all = anchors();
  if (all.length === 0) return;
  const next = all.findIndex((anchor) => anchor.line > line);
  let top: number;
  if (next === 0 || line <= 0) top = 0;
  else {
    const before = all.at(next < 0 ? -1 : next - 1)!;
    const after = next < 0 ? undefined : all[next];
    const share = after ? (line - before.line) / (after.line - before.line) : 0;
    top = before.top + share * ((after?.top ?? before.top) - before.top) - topEdge();
  }
  window.scrollTo(0, Math.max(0, top));
  // At the end of the page the window stops short of what was asked for.
  putAt = window.scrollY;
}

let scrolling = false;
window.addEventListener('scroll', () => {
  if (scrolling || (putAt !== undefined && Math.abs(window.scrollY - putAt) <= 1)) return;
  putAt = undefined;
  scrolling = true;
  requestAnimationFrame(() => {
    scrolling = false;
    const line = topLine();
    if (line !== undefined) editor.postMessage({ type: 'scrolled', line });
  });
});

/** Marks the piece that the cursor of the editor is in. */
function mark(): void {
  for (const old of page.querySelectorAll('.current')) old.classList.remove('current');
  if (cursor < 0) return;
  const current = anchors().findLast(({ line }) => line <= cursor);
  current?.element.closest('[data-line]')?.classList.add('current');
}

page.addEventListener('dblclick', ({ target }) => {
  const element = (target as Element).closest<HTMLElement>('[data-line], [data-at]');
  const piece = element?.closest<HTMLElement>('[data-line]');
  if (!element || !piece) return;
  const inner = element === piece ? 0 : Number(element.dataset.at ?? 0);
  editor.postMessage({ type: 'open', line: Number(piece.dataset.line) + inner });
});

// ---- the bar

function choose(next: View): void {
  editor.postMessage({ type: 'view', view: next });
}

bar.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('button');
  if (!button) return;
  if (button.dataset.view) choose(button.dataset.view as View);
  else if (button.id === 'print') editor.postMessage({ type: 'print' });
  else if (button.id === 'word') editor.postMessage({ type: 'copy' });
});

// As in any group of choices: the arrows go from one to the next.
bar.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const group = [...bar.querySelectorAll<HTMLElement>('[data-view]')];
  const at = group.indexOf(event.target as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = group[(at + step + group.length) % group.length]!;
  next.focus();
  choose(next.dataset.view as View);
});

// ---- the clipboard and the disk

/** Puts rich text on the clipboard as it is; a browser that has seen no click or key for it refuses. */
async function copy(): Promise<void> {
  const what = wanted;
  if (!what) return;
  // The newer interface has its own idea of clean markup and takes away what Word understands; it is asked second.
  if (!copyAsItIs(what)) {
    // It may keep silent where a person is to be asked first; another click does without it.
    const silence = setTimeout(askAgain, PATIENCE);
    try {
      const type = (text: string, kind: string): Blob => new Blob([text], { type: kind });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': type(what.html, 'text/html'),
          'text/plain': type(what.text, 'text/plain'),
        }),
      ]);
    } catch {
      askAgain();
      return;
    } finally {
      clearTimeout(silence);
    }
  }
  wanted = undefined;
  prompt.hidden = true;
  say(words.copied ?? '');
}

/** Shows the button whose click the browser wants to see. */
function askAgain(): void {
  prompt.hidden = false;
  prompt.querySelector('button')?.focus();
}

/** Copies by the command of old, which hands over what it is given; false where it was refused. */
function copyAsItIs({ html, text }: { readonly html: string; readonly text: string }): boolean {
  const taken: string[] = [];
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    taken.push(text);
  };
  // It is not to be used any more where there is something better, and is looked for by its name.
  const command: unknown = Reflect.get(document, 'execCommand');
  document.addEventListener('copy', fill, true);
  const accepted = typeof command === 'function' && command.call(document, 'copy') === true;
  document.removeEventListener('copy', fill, true);
  return accepted && taken.length > 0;
}

prompt.querySelector('button')?.addEventListener('click', () => void copy());
prompt.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') prompt.hidden = true;
});

/** Offers a file. The link is no part of the page, where a click on it would be taken for one that leads away. */
function download(name: string, html: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(words.downloaded ?? '');
}

function say(text: string): void {
  message.textContent = text;
  message.classList.add('shown');
  clearTimeout(messageTimer);
  messageTimer = setTimeout(() => message.classList.remove('shown'), MESSAGE_STAYS);
}

// ---- the extension

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case 'show':
      show(data.rendered, data.uri, data.view);
      break;
    case 'nothing':
      showNothing(data.reason);
      break;
    case 'scroll':
      scrollToLine(data.line);
      break;
    case 'cursor':
      cursor = data.line;
      mark();
      break;
    case 'clipboard':
      wanted = data;
      void copy();
      break;
    case 'download':
      download(data.name, data.html);
      break;
  }
});

window.addEventListener('resize', zoom);
editor.postMessage({ type: 'ready' });
