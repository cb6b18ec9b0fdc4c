import { KINDS, SEVERITIES, type DocumentKind, type Severity } from '../document/kinds.js';
import { listing, phrase, type Sentence } from '../l10n/phrase.js';
import { PROFILES, type HouseRule, type Settings, type SeveritySetting } from './settings.js';

/** Something in a layer of settings that is not understood, and where: the keys and indices that lead to it. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  /** One sentence for a person. */
  readonly message: Sentence;
}

type Report = (path: readonly (string | number)[], message: Sentence) => void;
type Table = Readonly<Record<string, unknown>>;

/**
 * Reads a layer of settings out of a value that someone else made: a client's configuration, a file. What is not
 * understood is reported and left out; the rest counts. A value that is null or missing says nothing. Never throws. A code
 * that `isRule` does not know is reported as well; it counts, for another version may know it.
 */
export function readSettings(
  value: unknown,
  report: (problem: SettingsProblem) => void = () => undefined,
  isRule: (code: string) => boolean = () => true,
): Partial<Settings> {
  const say: Report = (path, message) => report({ path, message });
  if (value === null || value === undefined) return {};
  if (!isTable(value)) {
    say([], phrase`The settings are an object with names and values.`);
    return {};
  }
  const layer: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  for (const [name, one] of Object.entries(value)) {
    if (one === null || one === undefined) continue;
    switch (name) {
      case 'recognize':
        layer.recognize = oneOf(['auto', 'always', 'never'] as const, one, [name], say);
        break;
      case 'profile':
        layer.profile = oneOf(PROFILES, one, [name], say);
        break;
      case 'rules':
        layer.rules = readRules(one, [name], say, isRule);
        break;
      case 'files':
        layer.files = list(one, [name], say, readFile);
        break;
      case 'words':
        layer.words = list(one, [name], say, readWord);
        break;
      case 'names':
        layer.names = list(one, [name], say, (item, path) => {
          if (typeof item === 'string') return item;
          say(path, phrase`A name is a text in quotation marks.`);
          return undefined;
        });
        break;
      case 'statement':
        layer.statement = numbers(one, ['wordsPerMinute', 'minutes'], [name], say) as Settings['statement'];
        break;
      case 'length':
        layer.length = numbers(one, ['secretariat', 'other'], [name], say) as Settings['length'];
        break;
      case 'numbering': {
        const onInsert = isTable(one)
          ? oneOf(['at-once', 'on-request'] as const, one['onInsert'], [name, 'onInsert'], say)
          : undefined;
        if (onInsert) layer.numbering = { onInsert };
        break;
      }
      case 'hints': {
        const hints: { -readonly [K in keyof Settings['hints']]?: boolean } = {};
        for (const hint of ['references', 'citedIn'] as const) {
          const shown = isTable(one) ? one[hint] : undefined;
          if (typeof shown === 'boolean') hints[hint] = shown;
          else if (shown !== undefined && shown !== null)
            say([name, hint], phrase`This is either true or false.`);
        }
        // A layer may name one of them only; the other is as the layers below it have it.
        if (Object.keys(hints).length > 0) layer.hints = hints as Settings['hints'];
        break;
      }
      case 'checkFolder':
        if (typeof one === 'boolean') layer.checkFolder = one;
        else say([name], phrase`This is either true or false.`);
        break;
      case '$schema':
      case 'trace':
        break;
      default:
        say([name], phrase`There is no setting “${name}”.`);
    }
  }
  return layer;
}

function readRules(
  value: unknown,
  path: readonly (string | number)[],
  say: Report,
  isRule: (code: string) => boolean,
): Settings['rules'] | undefined {
  if (!isTable(value)) {
    say(path, phrase`The rules are an object of codes and severities.`);
    return undefined;
  }
  const rules: Record<string, SeveritySetting> = {};
  for (const [code, one] of Object.entries(value)) {
    if (!isRule(code)) say([...path, code], phrase`There is no rule “${code}”.`);
    if (isTable(one)) {
      const byKind: Partial<Record<DocumentKind | 'default', Severity | 'off'>> = {};
      for (const [kind, severity] of Object.entries(one)) {
        if (kind !== 'default' && !KINDS.some((known) => known === kind)) {
          say(
            [...path, code, kind],
            phrase`There is no kind of document “${kind}”. Known kinds: ${KINDS.join(', ')}.`,
          );
          continue;
        }
        const read = oneOf(LEVELS, severity, [...path, code, kind], say);
        if (read) byKind[kind as DocumentKind | 'default'] = read;
      }
      rules[code] = byKind;
    } else {
      const read = oneOf(LEVELS, one, [...path, code], say);
      if (read) rules[code] = read;
    }
  }
  return rules;
}

const LEVELS = [...SEVERITIES, 'off'] as const;

function readFile(
  item: unknown,
  path: readonly (string | number)[],
  say: Report,
): Settings['files'][number] | undefined {
  if (!isTable(item) || typeof item['pattern'] !== 'string') {
    say(path, phrase`An entry for files has a “pattern”, and a “kind” or “recognize”.`);
    return undefined;
  }
  const kind = item['kind'] === undefined ? undefined : oneOf(KINDS, item['kind'], [...path, 'kind'], say);
  const recognize =
    item['recognize'] === undefined
      ? undefined
      : oneOf(['always', 'never'] as const, item['recognize'], [...path, 'recognize'], say);
  return { pattern: item['pattern'], ...(kind ? { kind } : {}), ...(recognize ? { recognize } : {}) };
}

function readWord(item: unknown, path: readonly (string | number)[], say: Report): HouseRule | undefined {
  if (
    !isTable(item) ||
    typeof item['wrong'] !== 'string' ||
    item['wrong'] === '' ||
    typeof item['right'] !== 'string'
  ) {
    say(path, phrase`A rule for words has “wrong”, “right” and, if there is one, a “reason”.`);
    return undefined;
  }
  const reason = item['reason'];
  return { wrong: item['wrong'], right: item['right'], reason: typeof reason === 'string' ? reason : '' };
}

function list<T>(
  value: unknown,
  path: readonly (string | number)[],
  say: Report,
  read: (item: unknown, path: readonly (string | number)[], say: Report) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) {
    say(path, phrase`This is a list in square brackets.`);
    return undefined;
  }
  return (value as unknown[])
    .map((item, index) => read(item, [...path, index], say))
    .filter((item) => item !== undefined);
}

function numbers(
  value: unknown,
  names: readonly string[],
  path: readonly (string | number)[],
  say: Report,
): Partial<Record<string, number>> | undefined {
  if (!isTable(value)) {
    say(path, phrase`This is an object with ${listing(names.map((name) => `“${name}”`))}.`);
    return undefined;
  }
  const out: Record<string, number> = {};
  for (const name of names) {
    const one = value[name];
    if (one === undefined || one === null) continue;
    if (typeof one === 'number' && Number.isFinite(one) && one >= 0) out[name] = one;
    else say([...path, name], phrase`This is a number, not below zero.`);
  }
  return out;
}

function oneOf<T extends string>(
  known: readonly T[],
  value: unknown,
  path: readonly (string | number)[],
  say: Report,
): T | undefined {
  const found = known.find((one) => one === value);
  if (found === undefined && value !== undefined && value !== null) {
    say(path, phrase`This is one of: ${known.join(', ')}.`);
  }
  return found;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
