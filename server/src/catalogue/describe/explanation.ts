import type { MessageKey } from '../messages.js';

/** What a thing is, said in a few lines; each line by itself, already in the person's language. */
export interface Explanation {
  readonly kind:
    'resolution' | 'decision' | 'symbol' | 'treaty' | 'article' | 'state' | 'body' | 'session' | 'acronym';
  /** What tells it from others of its kind: a normalized form, a symbol, a short title, a code, a name. */
  readonly id: string;
  /** "General Assembly resolution 75/158". */
  readonly heading: string;
  /** Its title or full name; empty where there is none. */
  readonly title: string;
  /** The title is a library's description, not the thing's own title. */
  readonly described: boolean;
  readonly facts: readonly Fact[];
  readonly links: readonly DocumentLink[];
  readonly provenance: Provenance;
  /** The facts as values, for programs; an unknown one is left out. */
  readonly data: Readonly<Record<string, JsonValue>>;
}

export type JsonValue =
  string | number | boolean | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** One line. `key` is the message that it begins with, so that a program can tell lines apart. */
export interface Fact {
  readonly key: MessageKey;
  readonly text: string;
}

/** A link to an official document; followed on a person's click only. */
export interface DocumentLink {
  readonly text: string;
  readonly url: string;
}

/** Where the facts come from and how far they may be trusted, in words. */
export interface Provenance {
  readonly sources: readonly string[];
  /** Empty where nothing is said of it. */
  readonly confidence: string;
}

/** An explanation without those values that are not known. */
export function known(
  data: Readonly<Record<string, JsonValue | undefined>>,
): Readonly<Record<string, JsonValue>> {
  const out: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(data)) {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      out[name] = value;
  }
  return out;
}
