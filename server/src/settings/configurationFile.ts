import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Span } from '../text/span.js';
import { readSettings } from './read.js';
import type { Settings } from './settings.js';

/** The name of the file that holds what a team has agreed on, at the root of a folder. */
export const CONFIGURATION_FILE = 'plenary.config.json';

/** A mistake in the file; offsets are UTF-16 code units of its text. */
export interface ConfigurationProblem extends Span {
  readonly message: string;
}

export interface ConfigurationFile {
  /** Null where the file is no JSON that can be read: what it said before goes on to count. */
  readonly layer: Partial<Settings> | null;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads plenary.config.json: JSON with comments and trailing commas. Never throws; mistakes are told by their place. */
export function readConfigurationFile(text: string): ConfigurationFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    message: `This is no JSON: ${words(printParseErrorCode(error))}.`,
  }));
  if (problems.length > 0 || !root)
    return { layer: text.trim() === '' ? {} : null, problems: text.trim() === '' ? [] : problems };
  const layer = readSettings(valueOf(text), ({ path, message }) => {
    const node = findNodeAtLocation(root, [...path]) ?? root;
    // A name that is not known is shown itself, not what stands behind it.
    const shown = message.startsWith('There is no') ? (node.parent?.children?.[0] ?? node) : node;
    problems.push({ start: shown.offset, end: shown.offset + shown.length, message });
  });
  return { layer, problems };
}

function valueOf(text: string): unknown {
  return parse(text, [], { allowTrailingComma: true, disallowComments: false });
}

/** "InvalidSymbol" as words: "invalid symbol". */
function words(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
