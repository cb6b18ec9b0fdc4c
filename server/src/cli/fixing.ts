import { phrase, plural } from '../l10n/phrase.js';
import { RULE_SET } from '../rules/table.js';
import { UsageError } from './command.js';
import type { FixOptions } from './commands/fix.js';
import { out, passedOverWords, print, remark } from './output.js';
import { patch } from './patch.js';
import { runOn } from './run.js';
import { endWith, isFine, STATUS } from './status.js';
import { writeBack } from './writeBack.js';
import { said, say } from './language.js';

/** Runs `plenary fix`. */
export async function runFix(files: readonly string[], options: FixOptions): Promise<void> {
  for (const code of options.only ?? []) {
    const rule = RULE_SET.byCode.get(code);
    if (!rule) throw new UsageError(said`There is no rule “${code}”. \`plenary rules\` lists all.`);
    if (rule.fix !== 'safe') throw new UsageError(said`The rule “${code}” has no safe fix.`);
  }
  let writing = Promise.resolve();
  let fixes = 0;
  let changed = 0;
  const write = (text: string): void => {
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
        write(result.after);
        return;
      }
      if (count === 0) return;
      if (!options.write) {
        write(patch(result.path, result.before, result.after, out));
      } else if (!writeBack(result.path, result.before, result.after)) {
        return;
      }
      fixes += count;
      changed++;
      if (options.write) {
        const codes = Object.entries(result.applied).map(([code, n]) => (n === 1 ? code : `${code} × ${n}`));
        write(`${out.bold(result.path)}: ${codes.join(', ')}\n`);
      }
    },
    options.only,
  );
  await writing;
  if (files.every((file) => file === '-')) return;
  if (options.write) {
    const made = plural(fixes, phrase`${fixes} fix`, phrase`${fixes} fixes`);
    const done =
      fixes === 0
        ? phrase`Nothing to fix`
        : plural(
            changed,
            phrase`${made} made in ${changed} document`,
            phrase`${made} made in ${changed} documents`,
          );
    await print(`${[say(done), ...(passedOver > 0 ? [passedOverWords(passedOver)] : [])].join('; ')}.\n`);
  } else if (fixes > 0) {
    endWith(STATUS.findings);
  } else if (isFine()) {
    // A patch of nothing is silent: a person is told, beside it.
    remark(`${say(phrase`Nothing to fix`)}.`);
  }
}
