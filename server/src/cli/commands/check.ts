import { Argument, Option } from 'commander';
import type { Severity } from '../../document/kinds.js';
import type { CommandModule } from '../command.js';
import { readCount, severityOption, withFileOptions, type FileOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

/** In what form findings are shown. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions extends FileOptions {
  readonly format: Format;
  readonly severity: Severity;
  readonly maxWarnings?: number;
  readonly baseline?: string;
}

const HELP = phrase`
Examples:
  $ plenary check report.md                     one document
  $ plenary check drafts                        the United Nations documents in a folder and below it
  $ plenary check 'drafts/**/*.md'              a pattern; put it in quotation marks
  $ pdftotext report.pdf - | plenary check -    standard input
  $ plenary check drafts --severity warning     warnings count as well
  $ plenary check drafts --format json > known.json
  $ plenary check drafts --baseline known.json  only what is new counts and is shown

A file that is named is always taken for a United Nations document; in a folder only those that show
by their words that they are one are checked, and the others are counted. In folders .gitignore and
.plenaryignore are respected. All arguments of one call form one workspace.

Settings come from the plenary.config.json that is nearest upwards from each file. A finding is passed
over by <!-- plenary-ignore-next code --> before its paragraph, <!-- plenary-ignore-file code -->
anywhere, or "plenary-ignore: code" in front matter. \`plenary rules CODE\` explains a rule.

Exit status:
  0  nothing at or above --severity, which is "error" unless told
  1  findings
  2  the command line is wrong, or something cannot be read or written`;

/** `plenary check`: the findings of documents. */
export const check: CommandModule = {
  add(program) {
    withFileOptions(
      program
        .command('check')
        .summary(said`the findings of documents`)
        .description(said`Checks documents and prints what a United Nations editor would mark.`)
        .addArgument(new Argument('<files...>', said`files, folders, patterns, or "-" for standard input`))
        .addOption(
          new Option('--format <format>', said`how findings are shown`).choices(FORMATS).default('text'),
        )
        .addOption(
          severityOption(
            said`from which severity on a finding makes the exit status 1; all are shown`,
          ).default('error'),
        )
        .addOption(
          new Option(
            '--max-warnings <number>',
            said`more warnings than this make the exit status 1`,
          ).argParser(readCount(0)),
        )
        .option('--baseline <file>', said`leave out the findings that this output of --format json holds`),
    )
      .addHelpText('after', say(HELP))
      .action(async (files: string[], options: CheckOptions) => {
        const { runCheck } = await import('../checking.js');
        await runCheck(files, options);
      });
  },
};
