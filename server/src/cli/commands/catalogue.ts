import { Argument } from 'commander';
import type { CommandModule } from '../command.js';
import { withCommonOptions, type CommonOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

const HELP = phrase`
Reads exports of the United Nations Digital Library (MARCXML of resolutions, CSV of voting data) and
tab-separated tables with a column "symbol", and adds what they hold to your own catalogue, which
counts before the built-in one: in \`lookup\`, in \`check\` and in editors.

The catalogue is PLENARY_CATALOGUE where that is set; otherwise plenary/catalogue.tsv in the folder for
the data of programs (XDG_DATA_HOME, ~/.local/share, or LOCALAPPDATA on Windows). It is a table in plain
text; to be rid of it, delete the file.

Example:
  $ plenary catalogue import export.xml`;

/** `plenary catalogue`: the user's own catalogue of resolutions. */
export const catalogue: CommandModule = {
  add(program) {
    const group = program
      .command('catalogue')
      .summary(said`your own catalogue of resolutions`)
      .description(said`Keeps your own catalogue of resolutions, which lies over the built-in one.`);
    withCommonOptions(
      group
        .command('import')
        .summary(said`adds exports of the UN Digital Library to your own catalogue`)
        .description(said`Adds exports of the UN Digital Library to your own catalogue.`)
        .addArgument(new Argument('<files...>', said`exports; "-" for standard input`)),
    )
      .addHelpText('after', say(HELP))
      .action(async (files: string[], options: CommonOptions) => {
        const { runImport } = await import('../importing.js');
        await runImport(files, options);
      });
  },
};
