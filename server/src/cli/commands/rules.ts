import { Argument, Option } from 'commander';
import { KINDS, type DocumentKind } from '../../document/kinds.js';
import type { CommandModule } from '../command.js';
import { withCommonOptions, type CommonOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

export interface RulesOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly kind?: DocumentKind;
  readonly config?: string;
}

const HELP = phrase`
Without a code: all rules, with the severity that each has by default, or for one kind of document.
With a code: what the rule is for, where it is written, and texts that break it and that do not.

Examples:
  $ plenary rules
  $ plenary rules --kind resolution
  $ plenary rules paragraph-sequence
  $ plenary rules --format json | jq -r '.rules[] | [.code, .source] | @tsv'

Severities are those of the settings that count in this folder: plenary.config.json, --profile.`;

/** `plenary rules`: the table of rules. */
export const rules: CommandModule = {
  add(program) {
    withCommonOptions(
      program
        .command('rules')
        .summary(said`the table of rules, or one of them explained`)
        .description(said`Prints the table of rules, or explains one.`)
        .addArgument(new Argument('[code]', said`the code of a rule, as findings show it`))
        .addOption(
          new Option('--format <format>', said`how the table is shown`)
            .choices(['text', 'json'])
            .default('text'),
        )
        .addOption(new Option('--kind <kind>', said`severities for documents of this kind`).choices(KINDS))
        .option(
          '--config <file>',
          said`settings from this file, instead of a plenary.config.json found upwards`,
        ),
    )
      .addHelpText('after', say(HELP))
      .action(async (code: string | undefined, options: RulesOptions) => {
        const { runRules } = await import('../ruleTable.js');
        await runRules(code, options);
      });
  },
};
