import { Command, Option, type Argument } from 'commander';
import { LOCALES } from '../l10n/language.js';
import { phrase, type Argument as Said, type Sentence } from '../l10n/phrase.js';
import { VERSION } from '../version.js';
import { COMMANDS } from './commands/index.js';
import { err } from './output.js';
import { language, said, say } from './language.js';

const HELP = phrase`
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
    .description(said`The drafting desk for United Nations documents: checks, looks up, inspects, begins.`)
    .version(VERSION, '--version', said`print the version`)
    .helpOption('-h, --help', said`print this help`)
    .helpCommand('help [command]', said`print the help of a command`)
    .showHelpAfterError(said`See --help.`)
    .configureHelp({
      sortSubcommands: false,
      showGlobalOptions: false,
      styleTitle,
      optionDescription,
      argumentDescription,
    })
    .configureOutput({
      outputError: (text, write) => write(errorInWords(text).replace(/^error:/, err.red('plenary:'))),
    })
    .exitOverride()
    .addHelpText('after', say(HELP));
  for (const command of COMMANDS) command.add(root);
  for (const command of withBelow(root)) command.addOption(localeOption());
  return root;
}

/** A command and all that are below it. */
function withBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withBelow)];
}

/** `--locale`, everywhere: it is read before the commands are made, and declared so that help and completion know it. */
function localeOption(): Option {
  return new Option('--locale <locale>', said`the language of messages and help`)
    .choices(LOCALES)
    .default('en', said`English`);
}

/** The titles that commander puts over the parts of a help. */
const TITLES: Readonly<Record<string, Sentence>> = {
  'Usage:': phrase`Usage:`,
  'Arguments:': phrase`Arguments:`,
  'Options:': phrase`Options:`,
  'Commands:': phrase`Commands:`,
};

/** What may be given for an option or an argument, and what counts where nothing is. */
function withValues(
  description: string,
  choices: readonly string[] | undefined,
  usual: unknown,
  usualInWords: string | undefined,
): string {
  const quoted = choices?.map((choice) => JSON.stringify(choice)).join(', ');
  const more = [
    ...(quoted === undefined ? [] : [said`choices: ${quoted}`]),
    ...(usual === undefined && usualInWords === undefined
      ? []
      : [said`default: ${usualInWords ?? JSON.stringify(usual)}`]),
  ];
  return more.length === 0 ? description : `${description} (${more.join(', ')})`;
}

function optionDescription(option: Option): string {
  const takesValue = option.required || option.optional;
  return withValues(
    option.description,
    option.argChoices,
    takesValue ? option.defaultValue : undefined,
    takesValue ? option.defaultValueDescription : undefined,
  );
}

function argumentDescription(argument: Argument): string {
  return withValues(
    argument.description,
    argument.argChoices,
    argument.defaultValue,
    argument.defaultValueDescription,
  );
}

function styleTitle(title: string): string {
  const known = TITLES[title];
  return known ? say(known) : title;
}

/** What commander says where a command line is wrong. Source: commander, lib/command.js. */
const ERRORS: readonly (readonly [RegExp, (...found: readonly string[]) => Sentence])[] = [
  [/^missing required argument '(.*)'$/, (name = '') => phrase`missing required argument '${name}'`],
  [/^option '(.*)' argument missing$/, (flags = '') => phrase`option '${flags}' argument missing`],
  [
    /^option '(.*)' argument '(.*)' is invalid\. (.*)$/s,
    (flags = '', value = '', why = '') =>
      phrase`option '${flags}' argument '${value}' is invalid. ${choices(why)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)$/s,
    (value = '', name = '', why = '') =>
      phrase`command-argument value '${value}' is invalid for argument '${name}'. ${choices(why)}`,
  ],
  [/^unknown option '(.*)'$/, (flag = '') => phrase`unknown option '${flag}'`],
  [/^unknown command '(.*)'$/, (name = '') => phrase`unknown command '${name}'`],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)/,
    (name = '', expected = '', got = '') =>
      phrase`too many arguments for '${name}': ${expected} expected, ${got} given.`,
  ],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, (names = '') => phrase`(Did you mean ${names}?)`],
];

function choices(why: string): Said {
  const allowed = /^Allowed choices are (.*)\.$/.exec(why)?.[1];
  return allowed === undefined ? why : phrase`Allowed choices are ${allowed}.`;
}

/** The error line of commander in the language that is spoken; what is not known stays as it is. */
function errorInWords(text: string): string {
  if (language().locale === 'en') return text;
  return text
    .split('\n')
    .map((line) => {
      const [mark = '', words = ''] = line.startsWith('error: ') ? ['error: ', line.slice(7)] : ['', line];
      for (const [pattern, sentence] of ERRORS) {
        const match = pattern.exec(words);
        if (match) return mark + say(sentence(...match.slice(1)));
      }
      return line;
    })
    .join('\n');
}
