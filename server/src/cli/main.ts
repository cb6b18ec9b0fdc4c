import { CommanderError } from 'commander';
import { UsageError } from './command.js';
import { localeFrom, said, speak } from './language.js';
import { complain, watchOutput } from './output.js';
import { program } from './program.js';
import { STATUS } from './status.js';

/** Runs the program. What ends it early is said in one line; only what nobody foresaw shows where it happened. */
async function main(): Promise<void> {
  watchOutput();
  speak(localeFrom(process.argv.slice(2)));
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) process.exitCode = STATUS.failed;
      // The help of what is no command is that of the program: it says nothing of the mistake.
      const [first, second] = process.argv.slice(2);
      if (error.exitCode !== 0 && first === 'help' && second !== undefined)
        complain(said`unknown command '${second}'`);
    } else if (error instanceof UsageError) {
      complain(error.message);
    } else {
      complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

await main();
