import { Argument } from 'commander';
import type { CommandModule } from '../command.js';
import { withFileOptions, type FileOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

export interface FixOptions extends FileOptions {
  readonly write?: boolean;
  readonly only?: ReadonlySet<string>;
}

const HELP = phrase`
Without --write nothing is changed: what would change is printed as a patch, and the exit status is 1
where there is something to change. A text from standard input is printed with its fixes made.

Only fixes that cannot be wrong are applied; names, titles and quotations are never touched, and
nothing is renumbered. What has to be read first is offered in editors.

Examples:
  $ plenary fix report.md                       what would change
  $ plenary fix --write drafts
  $ plenary fix --write --only clock-time,doubled-word report.md
  $ plenary fix - < report.md > fixed.md`;

/** `plenary fix`: applies the safe fixes. */
export const fix: CommandModule = {
  add(program) {
    withFileOptions(
      program
        .command('fix')
        .summary(said`applies the fixes that are marked safe`)
        .description(said`Applies the fixes that are marked safe.`)
        .addArgument(new Argument('<files...>', said`files, folders, patterns, or "-" for standard input`))
        .option('--write', said`change the files`)
        .option('--only <codes>', said`the fixes of these rules only, separated by commas`, readCodes),
    )
      .addHelpText('after', say(HELP))
      .action(async (files: string[], options: FixOptions) => {
        const { runFix } = await import('../fixing.js');
        await runFix(files, options);
      });
  },
};

function readCodes(text: string, before: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return new Set([...before, ...text.split(',').map((code) => code.trim())].filter((code) => code !== ''));
}
