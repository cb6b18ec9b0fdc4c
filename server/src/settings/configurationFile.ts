import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { phrase, type Sentence } from '../l10n/phrase.js';
import type { Span } from '../text/span.js';
import { readSettings } from './read.js';
import type { Settings } from './settings.js';

/** The name of the file that holds what a team has agreed on, at the root of a folder. */
export const CONFIGURATION_FILE = 'plenary.config.json';

/** A mistake in the file; offsets are UTF-16 code units of its text. */
export interface ConfigurationProblem extends Span {
  /** One sentence for a person; a `Language` says it. */
  readonly message: Sentence;
}

export interface ConfigurationFile {
  /** Null where the file is no JSON that can be read: what it said before goes on to count. */
  readonly layer: Partial<Settings> | null;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads plenary.config.json: JSON with comments and trailing commas. Never throws; mistakes are told by their place, codes of rules that `isRule` does not know among them. */
export function readConfigurationFile(text: string, isRule?: (code: string) => boolean): ConfigurationFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: ConfigurationProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    message: phrase`This is no JSON: ${MISTAKES[printParseErrorCode(error)] ?? printParseErrorCode(error)}.`,
  }));
  if (problems.length > 0 || !root)
    return { layer: text.trim() === '' ? {} : null, problems: text.trim() === '' ? [] : problems };
  const layer = readSettings(
    valueOf(text),
    ({ path, message }) => {
      const node = findNodeAtLocation(root, [...path]) ?? root;
      // A name that is not known is shown itself, not what stands behind it.
      const shown = message.text.startsWith('There is no') ? (node.parent?.children?.[0] ?? node) : node;
      problems.push({ start: shown.offset, end: shown.offset + shown.length, message });
    },
    isRule,
  );
  return { layer, problems };
}

function valueOf(text: string): unknown {
  return parse(text, [], { allowTrailingComma: true, disallowComments: false });
}

/** The mistakes that the reader of JSON knows, in words. Source: jsonc-parser, printParseErrorCode. */
const MISTAKES: Readonly<Record<string, Sentence>> = {
  InvalidSymbol: phrase`invalid symbol`,
  InvalidNumberFormat: phrase`invalid number format`,
  PropertyNameExpected: phrase`property name expected`,
  ValueExpected: phrase`value expected`,
  ColonExpected: phrase`colon expected`,
  CommaExpected: phrase`comma expected`,
  CloseBraceExpected: phrase`close brace expected`,
  CloseBracketExpected: phrase`close bracket expected`,
  EndOfFileExpected: phrase`end of file expected`,
  InvalidCommentToken: phrase`invalid comment token`,
  UnexpectedEndOfComment: phrase`unexpected end of comment`,
  UnexpectedEndOfString: phrase`unexpected end of string`,
  UnexpectedEndOfNumber: phrase`unexpected end of number`,
  InvalidUnicode: phrase`invalid unicode`,
  InvalidEscapeCharacter: phrase`invalid escape character`,
  InvalidCharacter: phrase`invalid character`,
};
