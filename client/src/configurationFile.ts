import { applyEdits, modify, parse } from 'jsonc-parser';
import type { JSONPath } from 'jsonc-parser';
import type { ChosenKind } from '../../server/src/messages.js';

/** One entry under `files`: a pattern, and what is decided for the files that match it. */
interface Entry {
  readonly pattern?: unknown;
  readonly kind?: unknown;
  readonly recognize?: unknown;
}

/**
 * The text of a plenary.config.json that says what one file is. `name` is the file's path from the folder, with
 * slashes. Comments, and entries for other files, are kept; a null choice takes out what was said of this file.
 * A new entry comes first, before patterns that the file matches as well.
 */
export function withKind(text: string, name: string, choice: ChosenKind): string {
  let result = text.trim() === '' ? '{}\n' : text;
  const set = (path: JSONPath, value: unknown, isArrayInsertion = false): void => {
    const formattingOptions = {
      insertSpaces: true,
      tabSize: 2,
      eol: result.includes('\r\n') ? '\r\n' : '\n',
    };
    result = applyEdits(result, modify(result, path, value, { formattingOptions, isArrayInsertion }));
  };
  const decided = choice === null ? {} : choice === 'none' ? { recognize: 'never' } : { kind: choice };
  const entries = entriesOf(result);
  const index = entries?.findIndex(({ pattern }) => pattern === name) ?? -1;
  if (index < 0) {
    if (choice === null) return result;
    const entry = { pattern: name, ...decided };
    if (entries) set(['files', 0], entry, true);
    else set(['files'], [entry]);
    return result;
  }
  const rest = Object.entries(entries![index]!).filter(([key]) => key !== 'kind' && key !== 'recognize');
  const entry = { ...Object.fromEntries(rest), ...decided };
  // Nothing but the pattern is left: the entry decides nothing any more.
  set(['files', index], Object.keys(entry).length === 1 ? undefined : entry);
  return result;
}

function entriesOf(text: string): readonly Entry[] | undefined {
  const root: unknown = parse(text);
  if (typeof root !== 'object' || root === null || !('files' in root)) return undefined;
  return Array.isArray(root.files) ? (root.files as Entry[]) : undefined;
}
