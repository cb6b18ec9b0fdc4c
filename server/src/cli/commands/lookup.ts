import { Argument, Option } from 'commander';
import type { CommandModule } from '../command.js';
import { readCount, withCommonOptions, type CommonOptions } from '../options.js';
import { FORMATS, MATCHES_SHOWN, type LookupFormat } from '../lookupOptions.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

export interface LookupOptions extends CommonOptions {
  readonly format: LookupFormat;
  readonly limit: number;
}

const HELP = phrase`
Examples:
  $ plenary lookup 75/158
  $ plenary lookup "Security Council resolution 2546"
  $ plenary lookup CTOC/COP/2022/CRP.3
  $ plenary lookup "article 3 of the Trafficking in Persons Protocol"
  $ plenary lookup trafficking women
  $ plenary lookup UNODC --format json

All that is known lies on this computer; nothing is asked of a network. Exit status: 0 something was
found, 1 nothing is known, 2 something is wrong.`;

/** `plenary lookup`: what a resolution, symbol, treaty, body or State is. */
export const lookup: CommandModule = {
  add(program) {
    withCommonOptions(
      program
        .command('lookup')
        .summary(said`what a resolution, symbol, treaty, body or State is, offline`)
        .description(said`Looks up a resolution or decision, a symbol, a treaty, a body or a State.`)
        .addArgument(new Argument('<query...>', said`a number, a symbol, a name, or words of a title`))
        .addOption(new Option('--format <format>', said`how it is shown`).choices(FORMATS).default('text'))
        .addOption(
          new Option('--limit <number>', said`show at most so many matches`)
            .argParser(readCount(1))
            .default(MATCHES_SHOWN),
        ),
    )
      .addHelpText('after', say(HELP))
      .action(async (words: string[], options: LookupOptions) => {
        const { runLookup } = await import('../lookingUp.js');
        await runLookup(words.join(' '), options);
      });
  },
};
