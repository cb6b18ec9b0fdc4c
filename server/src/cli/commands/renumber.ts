import { Argument } from 'commander';
import type { CommandModule } from '../command.js';
import { withFileOptions, type FileOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

export interface RenumberOptions extends FileOptions {
  readonly write?: boolean;
  readonly check?: boolean;
}

const HELP = phrase`
Paragraphs, subparagraphs, headings, articles and footnotes get the numbers that follow from their
order, and every reference of the document to itself goes with them. References to other documents
never change. Adopted texts keep their numbers.

Without --write nothing is changed: what would change is printed as a patch. With --check nothing is
printed but the names of documents whose numbers are out of order; the exit status is then 1. A text
from standard input is printed with its numbers in order.

Examples:
  $ plenary renumber report.md                  what would change
  $ plenary renumber --write report.md
  $ plenary renumber --check drafts             for a pipeline`;

/** `plenary renumber`: puts numbers in order, and the references with them. */
export const renumber: CommandModule = {
  add(program) {
    withFileOptions(
      program
        .command('renumber')
        .summary(said`renumbers paragraphs, headings and footnotes; references follow`)
        .description(said`Renumbers paragraphs, headings and footnotes; references follow.`)
        .addArgument(new Argument('<files...>', said`files, folders, patterns, or "-" for standard input`))
        .option('--write', said`change the files`)
        .option('--check', said`change nothing; fail where numbers are out of order`),
    )
      .addHelpText('after', say(HELP))
      .action(async (files: string[], options: RenumberOptions) => {
        const { runRenumber } = await import('../renumbering.js');
        await runRenumber(files, options);
      });
  },
};
