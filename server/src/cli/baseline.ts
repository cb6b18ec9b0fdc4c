import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../library/check.js';
import { UsageError } from './command.js';
import { causeOf } from './output.js';
import { decode } from './text.js';
import { said } from './language.js';

/** Findings that are known already: an earlier output of `check --format json`. */
export class Baseline {
  readonly #known: ReadonlyMap<string, ReadonlySet<string>>;

  private constructor(known: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#known = known;
  }

  /** Reads the file; throws a `UsageError` that says what is wrong with it. */
  static read(file: string): Baseline {
    let value: unknown;
    try {
      value = JSON.parse(decode(readFileSync(file)));
    } catch (error) {
      const cause = error instanceof SyntaxError ? said`it is no JSON` : causeOf(error);
      throw new UsageError(said`The baseline ${file} cannot be read: ${cause}.`);
    }
    const known = new Map<string, Set<string>>();
    for (const one of listOf(value, 'files')) {
      const path = stringOf(one, 'path');
      if (path === null) throw noOutput(file);
      const prints = known.get(path) ?? new Set();
      for (const diagnostic of listOf(one, 'diagnostics')) {
        const print = stringOf(diagnostic, 'fingerprint');
        if (print === null) throw noOutput(file);
        prints.add(print);
      }
      known.set(path, prints);
    }
    if (known.size === 0 && !hasList(value, 'files')) throw noOutput(file);
    return new Baseline(known);
  }

  /** The findings of a document that are new. */
  without(path: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const known = this.#known.get(path);
    return known ? diagnostics.filter(({ fingerprint }) => !known.has(fingerprint)) : diagnostics;
  }
}

function noOutput(file: string): UsageError {
  return new UsageError(said`The baseline ${file} is not what \`plenary check --format json\` writes.`);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function hasList(value: unknown, name: string): boolean {
  return Array.isArray(fieldOf(value, name));
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? (list as unknown[]) : [];
}

function stringOf(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
}
