/**
 * The part of the snippet syntax of the Language Server Protocol that the templates use: tab stops (`$1`, `${1}`),
 * placeholders (`${1:text}`, which may hold others), choices (`${1|one,two|}`) and the escapes `\$`, `\}` and `\\`
 * (in a choice `\,`, `\|` and `\\`). Variables and transformations are not used, so that the same body can be filled
 * here, without an editor. Source: Language Server Protocol 3.17, "Snippet Syntax".
 */
export type SnippetNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'stop'; readonly number: number }
  | { readonly type: 'placeholder'; readonly number: number; readonly children: readonly SnippetNode[] }
  | { readonly type: 'choice'; readonly number: number; readonly choices: readonly string[] };

/** Something in a body that an editor would show as plain text although it looks like a tab stop. */
export interface SnippetProblem {
  /** UTF-16 offset in the body. */
  readonly offset: number;
  readonly code: 'not-a-tab-stop' | 'unclosed-placeholder' | 'unclosed-choice' | 'nested-too-deep';
}

/** A parsed body and what was wrong with it; a body without problems is read by every editor alike. */
export interface ParsedSnippet {
  readonly nodes: readonly SnippetNode[];
  readonly problems: readonly SnippetProblem[];
}

/** A tab stop that asks for something: its number, the text shown, and the choices where it has them. */
export interface SnippetPlaceholder {
  readonly number: number;
  /** The default text; the first choice where there are choices; empty for a bare tab stop. */
  readonly text: string;
  readonly choices?: readonly string[];
}

/** Values by the number of the tab stop. */
export type SnippetValues = Readonly<Record<number, string>>;

/** Placeholders within placeholders, at most: the text of each is read again for the one around it. */
const DEEPEST = 8;

interface Frame {
  readonly offset: number;
  readonly number: number;
  readonly children: SnippetNode[];
}

/**
 * Parses a body. Never throws: what is no tab stop stays as text and is reported among the problems.
 * Reads the body once, so that the time grows with its length only.
 */
export function parseSnippet(body: string): ParsedSnippet {
  const problems: SnippetProblem[] = [];
  const root: Frame = { offset: 0, number: -1, children: [] };
  const open: Frame[] = [root];
  let buffer = '';
  let choicesMayClose = true;
  const top = (): Frame => open[open.length - 1] ?? root;
  const flush = (): void => {
    if (buffer !== '') {
      top().children.push({ type: 'text', text: buffer });
      buffer = '';
    }
  };

  let at = 0;
  while (at < body.length) {
    const character = body.charAt(at);
    if (character === '\\') {
      const next = body.charAt(at + 1);
      if (next === '$' || next === '}' || next === '\\') {
        buffer += next;
        at += 2;
      } else {
        buffer += character;
        at += 1;
      }
      continue;
    }
    if (character === '}' && open.length > 1) {
      flush();
      const closed = open.pop();
      if (closed) {
        top().children.push({ type: 'placeholder', number: closed.number, children: closed.children });
      }
      at += 1;
      continue;
    }
    if (character !== '$') {
      buffer += character;
      at += 1;
      continue;
    }
    const braced = body.charAt(at + 1) === '{';
    const digitsStart = at + (braced ? 2 : 1);
    let digitsEnd = digitsStart;
    while (isDigit(body.charCodeAt(digitsEnd))) digitsEnd += 1;
    if (digitsEnd === digitsStart) {
      problems.push({ offset: at, code: 'not-a-tab-stop' });
      buffer += character;
      at += 1;
      continue;
    }
    const number = Number(body.slice(digitsStart, digitsEnd));
    if (!braced) {
      flush();
      top().children.push({ type: 'stop', number });
      at = digitsEnd;
      continue;
    }
    const after = body.charAt(digitsEnd);
    if (after === '}') {
      flush();
      top().children.push({ type: 'stop', number });
      at = digitsEnd + 1;
      continue;
    }
    if (after === ':' && open.length <= DEEPEST) {
      flush();
      open.push({ offset: at, number, children: [] });
      at = digitsEnd + 1;
      continue;
    }
    if (after === '|') {
      const choice = choicesMayClose ? readChoices(body, digitsEnd + 1) : null;
      if (choice) {
        flush();
        top().children.push({ type: 'choice', number, choices: choice.choices });
        at = choice.end;
        continue;
      }
      // Where one list of choices finds no end, a later one finds none either: it is not looked for again.
      choicesMayClose = false;
      problems.push({ offset: at, code: 'unclosed-choice' });
    } else {
      problems.push({ offset: at, code: after === ':' ? 'nested-too-deep' : 'not-a-tab-stop' });
    }
    buffer += body.slice(at, digitsEnd);
    at = digitsEnd;
  }
  flush();
  while (open.length > 1) {
    const unclosed = open.pop();
    if (unclosed) {
      problems.push({ offset: unclosed.offset, code: 'unclosed-placeholder' });
      top().children.push({ type: 'placeholder', number: unclosed.number, children: unclosed.children });
    }
  }
  return { nodes: root.children, problems };
}

/** The tab stops that ask for something, each number once, in the order of the body; `$0` and bare mirrors are left out. */
export function placeholdersOf(body: string): SnippetPlaceholder[] {
  const found = new Map<number, SnippetPlaceholder>();
  visit(parseSnippet(body).nodes, (node) => {
    if (node.type === 'text' || node.number === 0) return;
    const known = found.get(node.number);
    if (node.type === 'stop') {
      if (!known) found.set(node.number, { number: node.number, text: '' });
    } else if (!known || (known.text === '' && !known.choices)) {
      found.set(node.number, describe(node));
    }
  });
  return [...found.values()];
}

/**
 * The body as plain text: each tab stop has the value given for its number, or else its default text or first choice;
 * a number that stands more than once says the same everywhere, as in an editor. `$0` and empty tab stops are nothing.
 */
export function fillSnippet(body: string, values: SnippetValues = {}): string {
  const defaults = defaultsOf(body);
  return render(parseSnippet(body).nodes, (number) => values[number] ?? defaults.get(number) ?? '');
}

/**
 * The body as plain text for people without an editor's tab stops: what is still to be written stands in square
 * brackets, each time it occurs, as United Nations drafters mark what is open; what stands in them already stays.
 */
export function bracketSnippet(body: string): string {
  const defaults = defaultsOf(body);
  return render(parseSnippet(body).nodes, (number) => {
    const text = defaults.get(number) ?? '';
    return text === '' || /^\[.*\]$/s.test(text) ? text : `[${text}]`;
  });
}

/** Text made safe to stand in a body, outside choices. */
export function escapeSnippetText(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`);
}

/** One alternative made safe to stand in a list of choices. */
export function escapeSnippetChoice(text: string): string {
  return text.replace(/[\\,|]/g, (character) => `\\${character}`);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readChoices(body: string, start: number): { choices: string[]; end: number } | null {
  const choices: string[] = [];
  let current = '';
  let at = start;
  while (at < body.length) {
    const character = body.charAt(at);
    if (character === '\\' && at + 1 < body.length) {
      const next = body.charAt(at + 1);
      current += next === ',' || next === '|' || next === '\\' ? next : character + next;
      at += 2;
      continue;
    }
    if (character === '|' && body.charAt(at + 1) === '}') {
      choices.push(current);
      return { choices, end: at + 2 };
    }
    if (character === ',') {
      choices.push(current);
      current = '';
    } else {
      current += character;
    }
    at += 1;
  }
  return null;
}

function visit(nodes: readonly SnippetNode[], see: (node: SnippetNode) => void): void {
  const waiting: SnippetNode[] = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    see(node);
    if (node.type === 'placeholder') waiting.push(...[...node.children].reverse());
  }
}

function describe(node: Exclude<SnippetNode, { type: 'text' } | { type: 'stop' }>): SnippetPlaceholder {
  if (node.type === 'choice') {
    return { number: node.number, text: node.choices[0] ?? '', choices: node.choices };
  }
  return { number: node.number, text: innerText(node.children) };
}

function innerText(nodes: readonly SnippetNode[]): string {
  let text = '';
  visit(nodes, (node) => {
    if (node.type === 'text') text += node.text;
    if (node.type === 'choice') text += node.choices[0] ?? '';
  });
  return text;
}

function defaultsOf(body: string): Map<number, string> {
  return new Map(placeholdersOf(body).map((placeholder) => [placeholder.number, placeholder.text]));
}

function render(nodes: readonly SnippetNode[], valueOf: (number: number) => string): string {
  let text = '';
  for (const node of nodes) text += node.type === 'text' ? node.text : valueOf(node.number);
  return text;
}
