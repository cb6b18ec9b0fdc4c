import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.js';
import { UsageError } from './command.js';
import { COMMANDS } from './commands/index.js';
import { complain, err, watchOutput } from './output.js';
import { STATUS } from './status.js';

const HELP = `
Examples:
  $ plenary check report.md                  what a United Nations editor would mark
  $ plenary check drafts --format sarif      the same of a folder, for other programs
  $ plenary lookup 75/158                    what a resolution is, without a network

"-" stands for standard input. Settings come from plenary.config.json. Nothing that you write
leaves this computer. Exit status: 0 fine, 1 findings, 2 something is wrong.

\`plenary help COMMAND\` tells more of a command; the manual page is plenary(1).`;

function program(): Command {
  const root = new Command('plenary')
    .description('The drafting desk for United Nations documents: checks, looks up, inspects, begins.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('See --help.')
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, err.red('plenary:'))) })
    .exitOverride()
    .addHelpText('after', HELP);
  for (const command of COMMANDS) command.add(root);
  return root;
}

/** Runs the program. What ends it early is said in one line; only what nobody foresaw shows where it happened. */
async function main(): Promise<void> {
  watchOutput();
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) process.exitCode = STATUS.failed;
    } else if (error instanceof UsageError) {
      complain(error.message);
    } else {
      complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

await main();
