import type { Command } from 'commander';

/** The manual page plenary(1), in the language of man(7), made from the commands and their help. */
export function manual(program: Command, version: string): string {
  const lines = [
    '.\\" Written by scripts/generate-manual.mjs out of the help of the commands.',
    `.TH PLENARY 1 "" "plenary ${version}" "User Commands"`,
    '.SH NAME',
    'plenary \\- the drafting desk for United Nations documents',
    '.SH SYNOPSIS',
    ...program.commands.flatMap((command) => ['.B plenary', escape(usage(command)), '.br']),
    '.SH DESCRIPTION',
    'Checks, fixes and inspects drafts of United Nations documents, looks resolutions, symbols, treaties, bodies and',
    'States up, and begins new documents. It is the engine of the editors\\(aq extension, for terminals, scripts and',
    'pipelines. It works without a network: nothing that is written leaves the computer.',
    '.PP',
    'A file that is named',
    '.RB ( \\- " for standard input)"',
    'is always taken for a United Nations document; in a folder only those that show that they are one.',
    '.SH COMMANDS',
    ...program.commands.flatMap(section),
    '.SH EXIT STATUS',
    ...entry('0', 'Nothing at or above the severity that counts.'),
    ...entry(
      '1',
      'Findings; of lookup: nothing is known; of fix without \\-\\-write: there is something to fix.',
    ),
    ...entry(
      '2',
      'The command line is wrong, or something could not be read or written. The other files are worked on all the same.',
    ),
    '.SH FILES',
    ...entry('plenary.config.json', 'Settings; the nearest one upwards from each file counts.'),
    ...entry('.plenaryignore', 'Patterns of files that are left out in folders, in the form of .gitignore.'),
    ...entry(
      'plenary.catalogue.tsv',
      'A table of resolutions of a team, looked for upwards from the current folder.',
    ),
    ...entry(
      '~/.local/share/plenary/catalogue.tsv',
      'Your own catalogue, which `plenary catalogue import` adds to.',
    ),
    '.SH ENVIRONMENT',
    ...entry('PLENARY_CATALOGUE', 'Your own catalogue, where it lies elsewhere.'),
    ...entry('XDG_DATA_HOME', 'The folder for the data of programs, instead of ~/.local/share.'),
    ...entry('NO_COLOR, FORCE_COLOR', 'No colours, or colours although no terminal looks on.'),
    '.SH SEE ALSO',
    '.BR plenary\\-language\\-server ,',
    'the same engine for editors.',
  ];
  return `${lines.join('\n')}\n`;
}

function section(command: Command): string[] {
  const help = command.createHelp();
  const all = [command, ...command.commands];
  const lines = [`.SS "plenary ${command.name()}"`, escape(command.description())];
  for (const one of all) {
    if (one !== command)
      lines.push('.PP', `.B plenary ${command.name()} ${one.name()}`, '.br', escape(one.description()));
    for (const argument of one.registeredArguments.filter((arg) => arg.description !== '')) {
      lines.push(...entry(argument.name(), escape(help.argumentDescription(argument))));
    }
    for (const option of help.visibleOptions(one).filter((o) => o.long !== '--help')) {
      lines.push(...entry(option.flags, escape(help.optionDescription(option))));
    }
    const after = afterText(one);
    if (after !== '') lines.push('.PP', '.nf', ...after.split('\n').map(escape), '.fi');
  }
  return lines;
}

/** What stands behind the options in the help of a command. */
function afterText(command: Command): string {
  let whole = '';
  const write = (text: string): void => {
    whole += text;
  };
  const before = command.configureOutput();
  command.configureOutput({ ...before, writeOut: write });
  command.outputHelp();
  command.configureOutput(before);
  return whole.slice(command.helpInformation().length).trim();
}

function usage(command: Command): string {
  const below = command.commands.map((one) => one.name()).join('|');
  const args = [command, ...command.commands]
    .flatMap((one) => one.registeredArguments)
    .map((arg) => {
      const name = `${arg.name().replace(/s$/, '').toUpperCase()}${arg.variadic ? '...' : ''}`;
      return arg.required ? name : `[${name}]`;
    });
  return [command.name(), below, ...args, '[options]'].filter((part) => part !== '').join(' ');
}

function entry(term: string, text: string): string[] {
  return ['.TP', `.B "${escape(term).replace(/"/g, '\\(dq')}"`, text];
}

/** Text as troff takes it for text: no escapes, no requests at the start of a line, hyphens that can be searched. */
function escape(text: string): string {
  return text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/, '\\&$1')
    .replace(/'/g, '\\(aq')
    .replace(/[‘’]/g, '\\(cq')
    .replace(/“/g, '\\(lq')
    .replace(/”/g, '\\(rq');
}
