import { Argument, Option } from 'commander';
import type { CommandModule } from '../command.js';
import { withFileOptions, type FileOptions } from '../options.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

interface Options extends FileOptions {
  readonly format: 'text' | 'json';
}

const HELP = phrase`
Shows what the engine understood of a document: its kind, symbol and length, headings, numbered
paragraphs, and what it cites. Meant for scripts, and for seeing why a finding is there or is not.

Examples:
  $ plenary inspect report.md
  $ plenary inspect --format json report.md | jq '.files[0].resolutions[].normalized'

The JSON is described by docs/plenary.inspect.schema.json. Offsets are UTF-16 code units from the
start of the file, a byte order mark included.`;

/** `plenary inspect`: what the engine understood of a document. */
export const inspect: CommandModule = {
  add(program) {
    withFileOptions(
      program
        .command('inspect')
        .summary(said`what the engine understood of a document`)
        .description(said`Shows what the engine understood of documents.`)
        .addArgument(new Argument('<files...>', said`files, folders, patterns, or "-" for standard input`))
        .addOption(
          new Option('--format <format>', said`how it is shown`).choices(['text', 'json']).default('text'),
        ),
    )
      .addHelpText('after', say(HELP))
      .action(async (files: string[], options: Options) => {
        const { runInspect } = await import('../inspecting.js');
        await runInspect(files, options);
      });
  },
};
