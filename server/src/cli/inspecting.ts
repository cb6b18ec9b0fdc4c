import { phrase, plural } from '../l10n/phrase.js';
import type { Inspection } from '../library/inspect.js';
import type { FileOptions } from './options.js';
import { out, print, printJson } from './output.js';
import { runOn } from './run.js';
import { said, say } from './language.js';

/** Runs `plenary inspect`. */
export async function runInspect(
  files: readonly string[],
  options: FileOptions & { readonly format: 'text' | 'json' },
): Promise<void> {
  const done: ({ path: string } & Inspection)[] = [];
  await runOn('inspect', files, options, (result) => {
    if (result.is === 'inspected') done.push({ path: result.path, ...result.inspection });
  });
  if (options.format === 'json') await printJson({ version: 1, files: done });
  else await print(done.map(inWords).join('\n'));
}

function inWords({ path, ...one }: { path: string } & Inspection): string {
  const lines = [
    out.bold(path),
    `  ${one.kind}, ${one.status}${one.symbol ? `, ${one.symbol}` : ''}, ${said`${one.words} words`}`,
    ...part(
      said`Headings`,
      one.headings,
      (h) => `${'  '.repeat(h.level)}${h.label ? `${h.label} ` : ''}${h.text}`,
    ),
    ...part(said`Paragraphs`, groups(one.paragraphs), (text) => text),
    ...part(said`Resolutions and decisions`, counted(one.resolutions), (text) => text),
    ...part(said`Symbols`, counted(one.symbols), (text) => text),
    ...part(
      said`References to paragraphs`,
      one.paragraphReferences,
      (r) => `${fold(r.text)} ${target(r.target)}`,
    ),
    ...part(
      said`References to articles`,
      one.articleReferences,
      (r) => `${fold(r.text)} ${target(r.target)}`,
    ),
    ...part(
      said`Dates`,
      one.dates,
      (d) => `${fold(d.text)} ${out.dim(d.iso ?? said`no such day, or no year`)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function part<T>(title: string, items: readonly T[], word: (item: T) => string): string[] {
  return items.length === 0 ? [] : ['', `  ${out.bold(title)}`, ...items.map((item) => `    ${word(item)}`)];
}

/** "body: 1–48": the paragraphs of each container in one line. */
function groups(paragraphs: Inspection['paragraphs']): string[] {
  const lines: string[] = [];
  for (let i = 0; i < paragraphs.length;) {
    const { container } = paragraphs[i]!;
    let end = i;
    while (end < paragraphs.length && paragraphs[end]!.container === container) end++;
    const own = paragraphs.slice(i, end);
    const top = own.filter((p) => p.level === 1);
    const first = (top[0] ?? own[0]!).number;
    const last = (top.at(-1) ?? own.at(-1)!).number;
    const below = own.length - top.length;
    lines.push(
      `${container}: ${first === last ? first : `${first}–${last}`}${below > 0 ? `, ${say(plural(below, phrase`${below} subparagraph`, phrase`${below} subparagraphs`))}` : ''}`,
    );
    i = end;
  }
  return lines;
}

/** Each normalized form once, with how often it is cited. */
function counted(items: readonly { readonly normalized: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { normalized } of items) counts.set(normalized, (counts.get(normalized) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ${out.dim(`× ${count}`)}`));
}

function target(name: string | null): string {
  return out.dim(
    name === null ? `→ ${said`not said`}` : name === 'self' ? `→ ${said`this document`}` : `→ ${name}`,
  );
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}
