import { Argument, type Command } from 'commander';
import { SHELLS, type Shell } from '../completing.js';
import type { CommandModule } from '../command.js';
import { phrase } from '../../l10n/phrase.js';
import { said, say } from '../language.js';

const HELP = phrase`
To have it in each new shell:
  bash  plenary completion bash > ~/.local/share/bash-completion/completions/plenary
  zsh   plenary completion zsh > "\${fpath[1]}/_plenary"
  fish  plenary completion fish > ~/.config/fish/completions/plenary.fish`;

/** `plenary completion`: what a shell needs to complete commands and options. */
export const completion: CommandModule = {
  add(program) {
    program
      .command('completion')
      .summary(said`completion of commands and options for a shell`)
      .description(said`Prints what a shell needs to complete commands, options and their values.`)
      .addArgument(new Argument('<shell>', said`the shell`).choices(SHELLS))
      .addHelpText('after', say(HELP))
      .action(async (shell: Shell, _options: unknown, command: Command) => {
        const { completionFor } = await import('../completing.js');
        const { print } = await import('../output.js');
        await print(completionFor(shell, command.parent!));
      });
  },
};
