import type { Colours } from './colours.js';

const CONTEXT = 2;

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The change of a text as a unified diff. Safe fixes keep lines where they are or join few: that is all it has to find. */
export function patch(path: string, before: string, after: string, colours: Colours): string {
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = group(changes(a, b), a.length);
  const lines = [colours.bold(`--- ${path}`), colours.bold(`+++ ${path}`)];
  for (const { changes: own, start, end } of hunks) {
    const shift = own[0]!.newFrom - own[0]!.from;
    const grown = own.reduce((sum, c) => sum + (c.newTo - c.newFrom) - (c.to - c.from), 0);
    lines.push(colours.cyan(`@@ -${range(start, end)} +${range(start + shift, end + shift + grown)} @@`));
    let at = start;
    for (const one of own) {
      for (; at < one.from; at++) lines.push(...shownLine(' ', a[at]!, (text) => text));
      for (let i = one.from; i < one.to; i++) lines.push(...shownLine('-', a[i]!, (t) => colours.red(t)));
      for (let i = one.newFrom; i < one.newTo; i++)
        lines.push(...shownLine('+', b[i]!, (t) => colours.green(t)));
      at = one.to;
    }
    for (; at < end; at++) lines.push(...shownLine(' ', a[at]!, (text) => text));
  }
  return `${lines.join('\n')}\n`;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function shownLine(sign: string, line: string, colour: (text: string) => string): string[] {
  return line.endsWith('\n')
    ? [colour(`${sign}${line.slice(0, -1)}`)]
    : [colour(`${sign}${line}`), '\\ No newline at end of file'];
}

function range(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}

/** The stretches of lines that differ: after each difference the next pair of equal lines is looked for near by. */
function changes(a: readonly string[], b: readonly string[]): Hunk[] {
  const found: Hunk[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [to, newTo] = meet(a, b, i, j);
    found.push({ from: i, to, newFrom: j, newTo });
    i = to;
    j = newTo;
  }
  return found;
}

const NEAR = 60;

function meet(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  for (let sum = 1; sum <= NEAR; sum++) {
    // From the middle outwards: a line for a line is what a fix does as a rule.
    for (let away = 0; away <= sum; away++) {
      for (const x of [(sum - away) / 2, (sum + away) / 2]) {
        if (Number.isInteger(x) && i + x < a.length && a[i + x] === b[j + sum - x])
          return [i + x, j + sum - x];
      }
    }
  }
  return [a.length, b.length];
}

function group(
  all: readonly Hunk[],
  length: number,
): { readonly changes: readonly Hunk[]; readonly start: number; readonly end: number }[] {
  const out: { changes: Hunk[]; start: number; end: number }[] = [];
  for (const one of all) {
    const start = Math.max(0, one.from - CONTEXT);
    const end = Math.min(length, one.to + CONTEXT);
    const last = out.at(-1);
    if (last && start <= last.end) {
      last.changes.push(one);
      last.end = end;
    } else {
      out.push({ changes: [one], start, end });
    }
  }
  return out;
}
