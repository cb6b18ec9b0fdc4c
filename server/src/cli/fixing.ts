import { RULE_SET } from '../rules/table.js';
import { UsageError } from './command.js';
import type { FixOptions } from './commands/fix.js';
import { out, plural, print } from './output.js';
import { patch } from './patch.js';
import { runOn } from './run.js';
import { endWith, STATUS } from './status.js';
import { writeBack } from './writeBack.js';

/** Runs `plenary fix`. */
export async function runFix(files: readonly string[], options: FixOptions): Promise<void> {
  for (const code of options.only ?? []) {
    const rule = RULE_SET.byCode.get(code);
    if (!rule) throw new UsageError(`There is no rule “${code}”. \`plenary rules\` lists all.`);
    if (rule.fix !== 'safe') throw new UsageError(`The rule “${code}” has no safe fix.`);
  }
  let writing = Promise.resolve();
  let fixes = 0;
  let changed = 0;
  const say = (text: string): void => {
    writing = writing.then(() => print(text));
  };
  const { passedOver } = await runOn(
    'fix',
    files,
    options,
    (result) => {
      if (result.is !== 'fixed') return;
      const count = Object.values(result.applied).reduce((sum, n) => sum + n, 0);
      if (result.path === '-') {
        say(result.after);
        return;
      }
      if (count === 0) return;
      if (!options.write) {
        say(patch(result.path, result.before, result.after, out));
      } else if (!writeBack(result.path, result.before, result.after)) {
        return;
      }
      fixes += count;
      changed++;
      if (options.write) {
        const codes = Object.entries(result.applied).map(([code, n]) => (n === 1 ? code : `${code} × ${n}`));
        say(`${out.bold(result.path)}: ${codes.join(', ')}\n`);
      }
    },
    options.only,
  );
  await writing;
  if (files.every((file) => file === '-')) return;
  if (options.write) {
    const rest = passedOver > 0 ? `; ${plural(passedOver, 'other file')} passed over` : '';
    await print(
      fixes === 0
        ? `Nothing to fix${rest}.\n`
        : `${plural(fixes, 'fix', 'fixes')} made in ${plural(changed, 'document')}${rest}.\n`,
    );
  } else if (fixes > 0) {
    endWith(STATUS.findings);
  }
}
