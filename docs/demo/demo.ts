// The page of docs/demo: a text goes in, and what the engine says of it is shown. It uses the library as any program
// would, keeps nothing and sends nothing.
import {
  analyse,
  hoverAt,
  KINDS,
  open,
  openCatalogue,
  SEVERITIES,
  type Analysed,
  type CatalogueView,
  type DocumentKind,
  type OpenDraft,
} from 'plenary-language-server';
import SAMPLE from './sample.md';

/** How long a person pauses before the text is read. Milliseconds. */
const PAUSE = 200;

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`);
  return found;
}

const text = byId('text', HTMLTextAreaElement);
const page = byId('page', HTMLDivElement);
const card = byId('card', HTMLDivElement);
const kind = byId('kind', HTMLSelectElement);
const findings = byId('findings', HTMLOListElement);
const outline = byId('outline', HTMLOListElement);
const status = byId('status', HTMLParagraphElement);
const count = byId('count', HTMLSpanElement);

let catalogue: CatalogueView | undefined;
let draft: OpenDraft | undefined;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: { readonly className?: string; readonly textContent?: string } = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}

/** The facts lie in the page, packed; what can be said without them is said before they are there. */
async function readCatalogue(): Promise<void> {
  const packed = Uint8Array.from(atob(byId('catalogue', HTMLScriptElement).text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  catalogue = openCatalogue(new Uint8Array(await new Response(stream).arrayBuffer()));
  read();
}

function options(): { kind: DocumentKind | null; today: string; catalogue?: CatalogueView } {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return {
    kind: kind.value === '' ? null : (kind.value as DocumentKind),
    today: day.map((part) => String(part).padStart(2, '0')).join('-'),
    ...(catalogue ? { catalogue } : {}),
  };
}

/** Reads the text anew and shows all that is known of it. */
function read(): void {
  hideCard();
  const source = text.value;
  draft = open(source, options());
  const analysed = analyse(source, options());
  showPage(source, analysed);
  showFindings(source, analysed);
  showOutline(analysed);
  const { inspection, diagnostics } = analysed;
  status.textContent =
    source.trim() === ''
      ? ''
      : `${capital(inspection.kind)} · ${inspection.words.toLocaleString('en')} words · ${diagnostics.length === 0 ? 'nothing to mark' : `${diagnostics.length} to look at`}`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** The text as it stands, with what was found in it: cut where anything begins or ends. */
function showPage(source: string, { diagnostics, inspection }: Analysed): void {
  const cites: Part[] = [
    ...inspection.resolutions,
    ...inspection.symbols,
    ...inspection.paragraphReferences,
    ...inspection.articleReferences,
  ].map(({ offset, text: words }) => ({ start: offset, end: offset + words.length }));
  cites.sort((a, b) => a.start - b.start || b.end - a.end);
  const headings = inspection.headings.map(({ offset, text: words }) => ({
    start: offset,
    end: offset + words.length,
  }));
  const marks = diagnostics.map(({ offset, length, severity }, index) => ({
    start: offset,
    end: offset + Math.max(length, 1),
    severity,
    index,
  }));
  const cuts = new Set([0, source.length]);
  for (const { start, end } of [...cites, ...headings, ...marks]) cuts.add(start).add(Math.min(end, source.length));
  const edges = [...cuts].sort((a, b) => a - b);
  const active = { cite: -1, heading: 0 };
  const pieces: Node[] = [];
  let button: HTMLButtonElement | undefined;
  let ends = 0;
  let nextMark = 0;
  const byStart = [...marks].sort((a, b) => a.start - b.start);
  let current: typeof marks = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    while (nextMark < byStart.length && byStart[nextMark]!.start <= start) current.push(byStart[nextMark++]!);
    current = current.filter((mark) => mark.end > start);
    while (headings[active.heading] && headings[active.heading]!.end <= start) active.heading++;
    let node: Node = document.createTextNode(source.slice(start, end));
    const gravest = current.slice().sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))[0];
    if (gravest) {
      const mark = element('mark', { className: gravest.severity });
      mark.dataset['findings'] = current.map(({ index }) => index).join(' ');
      mark.append(node);
      node = mark;
    }
    if ((headings[active.heading]?.start ?? Infinity) <= start) {
      const span = element('span', { className: 'heading' });
      span.append(node);
      node = span;
    }
    if (start >= ends) {
      button = undefined;
      while (cites[active.cite + 1] && cites[active.cite + 1]!.start < start) active.cite++;
      const next = cites[active.cite + 1];
      if (next?.start === start) {
        active.cite++;
        ends = next.end;
        button = element('button', { className: 'cite' });
        button.type = 'button';
        button.dataset['offset'] = String(start);
        pieces.push(button);
      }
    }
    if (button) button.append(node);
    else pieces.push(node);
  }
  page.replaceChildren(...pieces);
}


function showFindings(source: string, { diagnostics }: Analysed): void {
  count.textContent = diagnostics.length === 0 ? '' : `(${diagnostics.length})`;
  findings.replaceChildren(
    ...diagnostics.map(({ severity, message, offset, length, range, code }, index) =>
      entry(severity, message, `${severity}, line ${range.start.line + 1}: ${code}`, () => {
        select(offset, offset + length);
        flash(page.querySelector<HTMLElement>(`[data-findings~="${index}"]`));
      }),
    ),
    ...(diagnostics.length === 0 ? [nothing(source === '' ? 'Nothing to read yet.' : 'Nothing to mark.')] : []),
  );
}

function showOutline({ inspection: { headings, paragraphs } }: Analysed): void {
  outline.replaceChildren(
    ...headings.map(({ label, text: words, level, offset }, i) => {
      const next = headings[i + 1]?.offset ?? Infinity;
      const within = paragraphs.filter((one) => one.level === 1 && one.offset > offset && one.offset < next);
      const numbers = [within[0]?.number, within.at(-1)?.number];
      const range = within.length === 0 ? '' : ` (${[...new Set(numbers)].join('–')})`;
      return entry(`level-${Math.min(level, 4)}`, `${label} ${words}`.trim() + range, '', () => {
        select(offset, offset + words.length);
        flash(page.querySelectorAll<HTMLElement>('.heading')[i] ?? null);
      });
    }),
    ...(headings.length === 0 ? [nothing('No headings.')] : []),
  );
}

function entry(className: string, words: string, small: string, go: () => void): HTMLLIElement {
  const item = element('li');
  const button = element('button', { className, textContent: words });
  button.type = 'button';
  if (small) button.append(element('small', { textContent: small }));
  button.addEventListener('click', go);
  item.append(button);
  return item;
}

function nothing(words: string): HTMLLIElement {
  return element('li', { className: 'none', textContent: words });
}

/** Selects a place of the text, and brings it into sight. */
function select(start: number, end: number): void {
  text.setSelectionRange(start, end);
  const lines = text.value.slice(0, start).split('\n').length;
  const all = text.value.split('\n').length;
  text.scrollTop = Math.max(0, (text.scrollHeight * lines) / all - text.clientHeight / 2);
}

function flash(target: HTMLElement | null): void {
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  target.classList.add('flash');
  setTimeout(() => target.classList.remove('flash'), 900);
}

// ---- the card: what a citation is, what a finding says

function showCard(target: HTMLElement, ...content: Node[]): void {
  card.replaceChildren(...content);
  card.hidden = false;
  const place = target.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = place.bottom + height + 12 < window.innerHeight;
  const left = Math.min(Math.max(place.left, 12), window.innerWidth - width - 12);
  const top = below ? place.bottom + 8 : Math.max(12, place.top - height - 8);
  card.style.setProperty('left', `${left}px`);
  card.style.setProperty('top', `${top}px`);
  target.setAttribute('aria-describedby', 'card');
}

function hideCard(): void {
  card.hidden = true;
  for (const one of page.querySelectorAll('[aria-describedby]')) one.removeAttribute('aria-describedby');
}

function explore(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const cite = target.closest<HTMLElement>('.cite');
  const mark = target.closest<HTMLElement>('mark') ?? cite?.querySelector<HTMLElement>('mark');
  const said: Node[] = [];
  for (const index of mark?.dataset['findings']?.split(' ') ?? []) {
    const words = findings.children[Number(index)]?.querySelector('button')?.firstChild?.textContent ?? '';
    said.push(element('p', { textContent: words }));
  }
  if (cite && draft) {
    const hover = hoverAt(draft, Number(cite.dataset['offset']), options());
    if (hover) said.push(...rendered(hover.markdown));
  }
  hideCard();
  if (said.length > 0) showCard(cite ?? mark!, ...said);
}

/** The little Markdown that hovers are written in, as elements: nothing of a text ever becomes markup. */
function rendered(markdown: string): Node[] {
  return markdown
    .split(/\n\s*\n/)
    .filter((part) => !/^-{3,}$/.test(part.trim()))
    .map((part) => {
      const paragraph = element('p');
      for (const [index, line] of part.split(/\s*\n/).entries()) {
        if (index > 0) paragraph.append(element('br'));
        paragraph.append(...inline(line.replace(/^[>-] /, '')));
      }
      return paragraph;
    });
}

function inline(line: string): Node[] {
  const plain = (words: string): string => words.replace(/\\([^\w\s])/g, '$1').replaceAll('&nbsp;', ' ');
  return line
    .split(/(\*\*(?:[^*\\]|\\.)+\*\*|(?<![\w\\])[*_](?:[^*_\\]|\\.)+[*_]|\[(?:[^\]\\]|\\.)*\]\([^)\s]*\))/)
    .map((part): Node => {
      const link = /^\[(.*)\]\((https:[^)\s]*)\)$/.exec(part);
      if (link) {
        const anchor = element('a', { textContent: plain(link[1]!) });
        anchor.href = link[2]!;
        anchor.rel = 'noreferrer';
        anchor.target = '_blank';
        return anchor;
      }
      const strong = /^\*\*(.*)\*\*$/.exec(part);
      if (strong) return element('strong', { textContent: plain(strong[1]!) });
      const emphasis = /^[*_](.+)[*_]$/.exec(part);
      if (emphasis) return element('em', { textContent: plain(emphasis[1]!) });
      return document.createTextNode(plain(part));
    });
}

// ---- what a person does

let pause: ReturnType<typeof setTimeout> | undefined;
text.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(read, PAUSE);
});
kind.addEventListener('change', read);
byId('sample', HTMLButtonElement).addEventListener('click', () => {
  text.value = SAMPLE;
  read();
});
page.addEventListener('pointerover', ({ target }) => explore(target));
page.addEventListener('pointerleave', ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) hideCard();
});
page.addEventListener('focusin', ({ target }) => explore(target));
page.addEventListener('focusout', hideCard);
page.addEventListener('click', ({ target }) => explore(target));
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hideCard();
});
card.addEventListener('pointerleave', hideCard);

kind.append(new Option('as the text shows', ''));
for (const value of KINDS) kind.append(new Option(value, value));
read();
void readCatalogue();
