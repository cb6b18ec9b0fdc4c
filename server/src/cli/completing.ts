import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Fixed words that may stand as its first argument: choices, or commands below it. */
  readonly words: readonly string[];
  /** Whether files may be named. */
  readonly files: boolean;
}

interface CompletedOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
  readonly takesFile: boolean;
}

/** The completion script of a shell, made from the commands and options that there are. */
export function completionFor(shell: Shell, program: Command): string {
  const commands = program.commands.map(complete);
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
  }
}

function complete(command: Command): Completed {
  const help = command.createHelp();
  const below = command.commands;
  const own = [command, ...below].flatMap((one) => help.visibleOptions(one));
  const seen = new Set<string>();
  const options = own.map(completeOption).filter(({ long }) => !seen.has(long) && seen.add(long));
  const args = [command, ...below].flatMap((one) => one.registeredArguments);
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    options,
    words: [...below.map((one) => one.name()), ...args.flatMap((arg) => arg.argChoices ?? [])],
    files: args.some((arg) => arg.name() === 'files'),
  };
}

function completeOption(option: Option): CompletedOption {
  return {
    long: option.long ?? option.flags,
    short: option.short,
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
    takesFile: /<file>/.test(option.flags),
  };
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, options, words, files }) => {
    const values = options
      .filter(({ takesValue }) => takesValue)
      .map(({ long, choices, takesFile }) => {
        const reply =
          choices.length > 0
            ? `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current"))`
            : takesFile
              ? 'COMPREPLY=($(compgen -f -- "$current"))'
              : 'COMPREPLY=()';
        return `        ${long}) ${reply}; return ;;`;
      });
    return [
      `    ${name})`,
      ...(values.length > 0 ? ['      case "$previous" in', ...values, '      esac'] : []),
      `      if [[ $current == -* ]]; then`,
      `        COMPREPLY=($(compgen -W '${options.map(({ long }) => long).join(' ')}' -- "$current"))`,
      '      else',
      ...(files && words.length > 0
        ? ['        if ((COMP_CWORD > 2)); then COMPREPLY=($(compgen -f -- "$current")); return; fi']
        : []),
      files && words.length === 0
        ? '        COMPREPLY=($(compgen -f -- "$current"))'
        : `        COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current"))`,
      '      fi ;;',
    ].join('\n');
  });
  return `# Completion of plenary for bash.
_plenary() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help --version' -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
    help) COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current")) ;;
${cases.join('\n')}
  esac
}
complete -o filenames -F _plenary plenary
`;
}

function zsh(commands: readonly Completed[]): string {
  const quoted = (text: string): string => text.replace(/'/g, `'\\''`);
  const plain = (text: string): string => quoted(text.replace(/[[\]\\:]/g, '\\$&'));
  const list = commands.map(({ name, summary }) => `    '${name}:${plain(summary)}'`);
  const cases = commands.map(({ name, options, words, files }) => {
    const specs = options.map(({ long, description, takesValue, choices, takesFile }) => {
      const action = choices.length > 0 ? `(${choices.join(' ')})` : takesFile ? '_files' : ' ';
      return `        '${long}[${plain(description)}]${takesValue ? `:value:${action}` : ''}'`;
    });
    const rest = [
      ...(words.length > 0 ? [`        '1:word:(${words.join(' ')})'`] : []),
      ...(files ? [`        '*:file:_files'`] : []),
    ];
    return [`    ${name})`, `      _arguments \\`, [...specs, ...rest].join(' \\\n'), '      ;;'].join('\n');
  });
  return `#compdef plenary
# Completion of plenary for zsh.
_plenary() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
    help) _describe 'command' commands ;;
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _plenary ]]; then
  _plenary "$@"
else
  compdef _plenary plenary
fi
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = ['# Completion of plenary for fish.'];
  for (const { name, summary, options, words, files } of commands) {
    lines.push(`complete -c plenary -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
    const when = `-n '__fish_seen_subcommand_from ${name}'`;
    for (const { long, short, description, takesValue, choices, takesFile } of options) {
      const parts = [`complete -c plenary ${when} -l ${long.replace(/^--/, '')}`];
      if (short) parts.push(`-s ${short.replace(/^-/, '')}`);
      if (takesValue) parts.push(takesFile ? '-r -F' : '-x');
      if (choices.length > 0) parts.push(`-a ${quoted(choices.join(' '))}`);
      parts.push(`-d ${quoted(description)}`);
      lines.push(parts.join(' '));
    }
    const list = words.join(' ');
    if (words.length > 0) {
      const first = `-n '__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${list}'`;
      lines.push(`complete -c plenary ${first} -f -a ${quoted(list)}`);
    } else if (!files) {
      lines.push(`complete -c plenary ${when} -f`);
    }
  }
  return `${lines.join('\n')}\n`;
}
