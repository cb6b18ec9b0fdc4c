import type { DocumentKind, Severity } from '../document/kinds.js';

/** What may be said of a rule: one severity for all kinds of document, or one for each kind named. */
export type SeveritySetting = Severity | 'off' | Partial<Record<DocumentKind | 'default', Severity | 'off'>>;

export const PROFILES = ['secretariat', 'delegation', 'model-un'] as const;
export type Profile = (typeof PROFILES)[number];

/** A rule of a house that is only data: words that are wrong, what is right, and why. */
export interface HouseRule {
  readonly wrong: string;
  readonly right: string;
  readonly reason: string;
}

/** All that a user chose, as one frozen value that is handed into each call. */
export interface Settings {
  readonly recognize: 'auto' | 'always' | 'never';
  readonly profile: Profile;
  /** Overrides by rule code; a family's prefix with "*" is allowed ("spelling-*"). */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** Globs of files and the kind that is decided for them. */
  readonly files: readonly {
    readonly pattern: string;
    readonly kind?: DocumentKind;
    readonly recognize?: 'always' | 'never';
  }[];
  readonly words: readonly HouseRule[];
  /** Names and words of the house that no rule reports. */
  readonly names: readonly string[];
  readonly statement: { readonly wordsPerMinute: number; readonly minutes: number };
  readonly length: { readonly secretariat: number; readonly other: number };
  readonly numbering: { readonly onInsert: 'at-once' | 'on-request' };
  readonly hints: { readonly references: boolean; readonly citedIn: boolean };
  /** Findings in closed documents of the folder are shown as well, without being asked for. */
  readonly checkFolder: boolean;
}

/** The settings of someone who chose nothing. Limits of length: editorial directive ST/CS/SER.A/44/Rev.1. */
export const DEFAULTS: Settings = Object.freeze<Settings>({
  recognize: 'auto',
  profile: 'secretariat',
  rules: Object.freeze({}),
  files: Object.freeze([]),
  words: Object.freeze([]),
  names: Object.freeze([]),
  statement: Object.freeze({ wordsPerMinute: 110, minutes: 0 }),
  length: Object.freeze({ secretariat: 8500, other: 10700 }),
  numbering: Object.freeze({ onInsert: 'at-once' }),
  hints: Object.freeze({ references: false, citedIn: false }),
  checkFolder: false,
});

/**
 * Lays one layer of settings over another: defaults < profile < user < workspace and folder < plenary.config.json <
 * front matter < comment. Objects of rules are merged, an override that names kinds replaces only those kinds.
 */
export function merge(base: Settings, layer: Partial<Settings>): Settings {
  const rules: Record<string, SeveritySetting> = { ...base.rules };
  for (const [code, value] of Object.entries(layer.rules ?? {})) {
    const old = rules[code];
    rules[code] =
      typeof value === 'object' && old !== undefined
        ? { ...(typeof old === 'object' ? old : { default: old }), ...value }
        : value;
  }
  return Object.freeze({
    ...base,
    ...Object.fromEntries(
      Object.entries(layer as Record<string, unknown>).filter(([, value]) => value !== undefined),
    ),
    rules: Object.freeze(rules),
    files: [...(layer.files ?? []), ...base.files],
    words: [...base.words, ...(layer.words ?? [])],
    names: [...base.names, ...(layer.names ?? [])],
    statement: { ...base.statement, ...layer.statement },
    length: { ...base.length, ...layer.length },
    numbering: { ...base.numbering, ...layer.numbering },
    hints: { ...base.hints, ...layer.hints },
  });
}
