import { phrase, plural } from '../l10n/phrase.js';
import { UsageError } from './command.js';
import type { RenumberOptions } from './commands/renumber.js';
import { out, passedOverWords, print, remark } from './output.js';
import { patch } from './patch.js';
import { runOn } from './run.js';
import { endWith, isFine, STATUS } from './status.js';
import { writeBack } from './writeBack.js';
import { said, say } from './language.js';

/** Runs `plenary renumber`. */
export async function runRenumber(files: readonly string[], options: RenumberOptions): Promise<void> {
  if (options.write && options.check) throw new UsageError(said`Give one of --write and --check, not both.`);
  let writing = Promise.resolve();
  let changed = 0;
  let left = 0;
  const write = (text: string): void => {
    writing = writing.then(() => print(text));
  };
  const { passedOver } = await runOn('renumber', files, options, (result) => {
    if (result.is !== 'renumbered') return;
    const { path, before, after, labels, references, problems, refused } = result;
    if (refused !== null) {
      remark(said`${path} is left as it is: ${refused}`);
      left++;
    }
    for (const { line, message } of problems) remark(`${path}:${line + 1}: ${message}`);
    if (path === '-' && !options.check) {
      write(after);
      return;
    }
    if (before === after) return;
    if (options.check) write(`${path}\n`);
    else if (!options.write) write(patch(path, before, after, out));
    else if (!writeBack(path, before, after)) return;
    changed++;
    if (options.write) write(`${out.bold(path)}: ${counts(labels, references)}\n`);
  });
  await writing;
  if (files.every((file) => file === '-') && !options.check) return;
  if (options.write) {
    const done =
      changed === 0
        ? phrase`All numbers are in order`
        : plural(changed, phrase`${changed} document renumbered`, phrase`${changed} documents renumbered`);
    await print(`${[say(done), ...(passedOver > 0 ? [passedOverWords(passedOver)] : [])].join('; ')}.\n`);
  } else if (changed > 0) {
    endWith(STATUS.findings);
  } else if (!options.check && left === 0 && isFine()) {
    // A patch of nothing is silent: a person is told, beside it.
    remark(`${say(phrase`All numbers are in order`)}.`);
  }
}

/** "3 numbers, 1 reference". */
function counts(labels: number, references: number): string {
  return [
    plural(labels, phrase`${labels} number`, phrase`${labels} numbers`),
    plural(references, phrase`${references} reference`, phrase`${references} references`),
  ]
    .map(say)
    .join(', ');
}
