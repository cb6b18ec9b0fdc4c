import { Argument } from 'commander';
import type { CommandModule } from '../command.js';
import { UsageError } from '../command.js';
import { withCommonOptions, type CommonOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

export interface NewOptions extends CommonOptions {
  readonly set?: Readonly<Record<string, string>>;
  readonly questions?: boolean;
}

const HELP = phrase`
Without a kind: the list of templates. What is not said with --set stands in the document between
square brackets, to be written.

Examples:
  $ plenary new
  $ plenary new report --questions
  $ plenary new report --set session=12 --set "title=Activities in 2024" > report.md`;

/** `plenary new`: a fresh document. */
export const newCommand: CommandModule = {
  add(program) {
    withCommonOptions(
      program
        .command('new')
        .summary(said`a fresh document of a kind on standard output`)
        .description(said`Prints a fresh document of a kind: masthead, headings and forms of words.`)
        .addArgument(new Argument('[kind]', said`a kind of document, or the name of a template`))
        .option(
          '--set <name=value>',
          said`an answer to a question of the template (may be given more than once)`,
          readAnswer,
        )
        .option('--questions', said`print what the template asks for, with examples`),
    )
      .addHelpText('after', say(HELP))
      .action(async (kind: string | undefined, options: NewOptions) => {
        const { runNew } = await import('../beginning.js');
        await runNew(kind, options);
      });
  },
};

function readAnswer(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError(said`“${text}” is no answer: write --set name=value.`);
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1) };
}
