import { SEVERITIES, type Severity } from '../document/kinds.js';
import { listing, phrase, plural, type Phrase } from '../l10n/phrase.js';
import type { Check, Diagnostic } from '../library/check.js';
import { Baseline } from './baseline.js';
import type { CheckOptions } from './commands/check.js';
import { github } from './formats/github.js';
import { sarif } from './formats/sarif.js';
import { findingInWords } from './formats/text.js';
import { atLeast } from './options.js';
import { out, passedOverWords, print, printJson } from './output.js';
import { runOn } from './run.js';
import { endWith, STATUS } from './status.js';
import { said, say } from './language.js';

/** A document that was checked, as the formats get it. */
export interface CheckedFile extends Check {
  readonly path: string;
}

/** Runs `plenary check`. */
export async function runCheck(files: readonly string[], options: CheckOptions): Promise<void> {
  const baseline = options.baseline === undefined ? null : Baseline.read(options.baseline);
  const done: CheckedFile[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let known = 0;
  let writing = Promise.resolve();
  const { passedOver } = await runOn('check', files, options, (result) => {
    if (result.is !== 'checked') return;
    const { path, check } = result;
    const diagnostics = baseline ? baseline.without(path, check.diagnostics) : check.diagnostics;
    known += check.diagnostics.length - diagnostics.length;
    for (const { severity } of diagnostics) counts[severity]++;
    const file: CheckedFile = { path, kind: check.kind, diagnostics };
    done.push(file);
    // What a person reads is shown as it comes, what a program reads is written whole.
    const text = piecemeal(file, options);
    if (text !== '') writing = writing.then(() => print(text));
  });
  await writing;
  if (options.format === 'json') await printJson({ version: 1, files: done });
  else if (options.format === 'sarif') await printJson(await sarif(done));
  else if (options.format === 'text') await print(summary(done.length, passedOver, counts, known));

  const counted = SEVERITIES.some((severity) => counts[severity] > 0 && atLeast(severity, options.severity));
  const tooMany = options.maxWarnings !== undefined && counts.warning > options.maxWarnings;
  if (counted || tooMany) endWith(STATUS.findings);
}

function piecemeal(file: CheckedFile, { format }: CheckOptions): string {
  if (format === 'text')
    return file.diagnostics.map((one: Diagnostic) => findingInWords(file.path, one)).join('');
  if (format === 'github') return github(file);
  return '';
}

const COUNTED: Readonly<Record<Severity, (count: number) => Phrase>> = {
  error: (n) => plural(n, phrase`${n} error`, phrase`${n} errors`),
  warning: (n) => plural(n, phrase`${n} warning`, phrase`${n} warnings`),
  information: (n) => plural(n, phrase`${n} information`, phrase`${n} information`),
  hint: (n) => plural(n, phrase`${n} hint`, phrase`${n} hints`),
};

/** "2 errors and 1 hint in 3 documents; 4 other files were passed over." */
function summary(
  documents: number,
  passedOver: number,
  counts: Readonly<Record<Severity, number>>,
  known: number,
): string {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  const what =
    found.length === 0 ? phrase`No findings` : listing(found.map((one) => COUNTED[one](counts[one])));
  const where = plural(
    documents,
    phrase`${what} in ${documents} document`,
    phrase`${what} in ${documents} documents`,
  );
  const rest = [
    ...(known > 0 ? [said`${known} known already`] : []),
    ...(passedOver > 0 ? [passedOverWords(passedOver)] : []),
  ];
  const text = `${[say(where), ...rest].join('; ')}.`;
  const shown =
    counts.error > 0 ? out.bold(out.red(text)) : found.length > 0 ? out.bold(text) : out.green(text);
  return `${shown}\n`;
}
