import { Command } from 'commander';
import { VERSION } from '../version.js';
import { COMMANDS } from './commands/index.js';
import { err } from './output.js';

const HELP = `
Examples:
  $ plenary check report.md                  what a United Nations editor would mark
  $ plenary check drafts --format sarif      the same of a folder, for other programs
  $ plenary lookup 75/158                    what a resolution is, without a network

"-" stands for standard input. Settings come from plenary.config.json. Nothing that you write
leaves this computer. Exit status: 0 fine, 1 findings, 2 something is wrong.

\`plenary help COMMAND\` tells more of a command; the manual page is plenary(1).`;

/** The program with its commands, ready to read a command line. It throws where that is wrong. */
export function program(): Command {
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
