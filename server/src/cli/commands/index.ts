import type { CommandModule } from '../command.js';
import { catalogue } from './catalogue.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { fix } from './fix.js';
import { inspect } from './inspect.js';
import { lookup } from './lookup.js';
import { mcp } from './mcp.js';
import { newCommand } from './new.js';
import { renumber } from './renumber.js';
import { rules } from './rules.js';

/** All commands, in the order in which the help shows them. */
export const COMMANDS: readonly CommandModule[] = [
  check,
  fix,
  inspect,
  renumber,
  lookup,
  newCommand,
  rules,
  catalogue,
  mcp,
  completion,
];
