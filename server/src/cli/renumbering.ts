import { UsageError } from './command.js';
import type { RenumberOptions } from './commands/renumber.js';
import { out, plural, print, remark } from './output.js';
import { patch } from './patch.js';
import { runOn } from './run.js';
import { endWith, STATUS } from './status.js';
import { writeBack } from './writeBack.js';

/** Runs `plenary renumber`. */
export async function runRenumber(files: readonly string[], options: RenumberOptions): Promise<void> {
  if (options.write && options.check) throw new UsageError('Give one of --write and --check, not both.');
  let writing = Promise.resolve();
  let changed = 0;
  const say = (text: string): void => {
    writing = writing.then(() => print(text));
  };
  const { passedOver } = await runOn('renumber', files, options, (result) => {
    if (result.is !== 'renumbered') return;
    const { path, before, after, labels, references, problems, refused } = result;
    if (refused !== null) remark(`${path} is left as it is: ${refused}`);
    for (const { line, message } of problems) remark(`${path}:${line + 1}: ${message}`);
    if (path === '-' && !options.check) {
      say(after);
      return;
    }
    if (before === after) return;
    if (options.check) say(`${path}\n`);
    else if (!options.write) say(patch(path, before, after, out));
    else if (!writeBack(path, before, after)) return;
    changed++;
    if (options.write)
      say(`${out.bold(path)}: ${plural(labels, 'number')}, ${plural(references, 'reference')}\n`);
  });
  await writing;
  if (files.every((file) => file === '-') && !options.check) return;
  if (options.write) {
    const rest = passedOver > 0 ? `; ${plural(passedOver, 'other file')} passed over` : '';
    await print(
      changed === 0
        ? `All numbers are in order${rest}.\n`
        : `${plural(changed, 'document')} renumbered${rest}.\n`,
    );
  } else if (changed > 0) {
    endWith(STATUS.findings);
  }
}
