import type { Command } from 'commander';

/**
 * A command of `plenary`. It declares its arguments when the program starts; what it needs to run it imports when it
 * is run, so that one command does not wait for the libraries of another.
 */
export interface CommandModule {
  /** Adds the command, its options and its help to the program. */
  readonly add: (program: Command) => void;
}

/** Ends a command with status 2 and a message for a person; no stack is shown. */
export class UsageError extends Error {}
