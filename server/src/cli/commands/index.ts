import type { CommandModule } from '../command.js';
import { check } from './check.js';
import { inspect } from './inspect.js';

/** All commands, in the order in which the help shows them. */
export const COMMANDS: readonly CommandModule[] = [check, inspect];
