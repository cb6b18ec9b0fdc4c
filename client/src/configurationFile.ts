import { applyEdits, modify, parse } from 'jsonc-parser';
import type { JSONPath } from 'jsonc-parser';
import type { ChosenKind } from '../../server/src/messages.js';

/**
 * The text of a plenary.config.json that says what one file is. `name` is the file's path from the folder, with
 * slashes. Comments, order and layout of `text` are kept; a null choice takes out what was said before.
 */
export function withKind(text: string, name: string, choice: ChosenKind): string {
  const set = (to: string, path: JSONPath, value: unknown): string =>
    applyEdits(to, modify(to, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
  const entry: JSONPath = ['files', name];
  let result = text.trim() === '' ? '{}\n' : text;
  // Taking out what is not there is no error, but would write down the way to it.
  if (has(result, name, 'recognize')) result = set(result, [...entry, 'recognize'], undefined);
  if (has(result, name, 'kind')) result = set(result, [...entry, 'kind'], undefined);
  if (choice === 'none') return set(result, [...entry, 'recognize'], 'never');
  if (choice !== null) return set(result, [...entry, 'kind'], choice);
  const left = entryOf(result, name);
  return left && Object.keys(left).length === 0 ? set(result, entry, undefined) : result;
}

function has(text: string, name: string, key: string): boolean {
  return key in (entryOf(text, name) ?? {});
}

function entryOf(text: string, name: string): object | undefined {
  const root: unknown = parse(text);
  const files = isObject(root) ? root.files : undefined;
  const entry = isObject(files) ? files[name] : undefined;
  return isObject(entry) ? entry : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
