import type { CitationKind } from '../citations/citation.js';
import type { Role } from '../document/block.js';
import type { DocumentKind, Severity } from '../document/kinds.js';
import type { Settings, SeveritySetting } from '../settings/settings.js';
import { RUNNING } from './blockContext.js';
import { profileOverrides } from './profiles.js';
import type { ReadingPart, Rule } from './rule.js';

const ROLE_BITS = new Map<Role, number>();

/** A bit for each role, given on first use. */
export function roleBit(role: Role): number {
  let bit = ROLE_BITS.get(role);
  if (bit === undefined) {
    bit = 1 << ROLE_BITS.size;
    ROLE_BITS.set(role, bit);
  }
  return bit;
}

function roleMask(roles: readonly Role[]): number {
  return roles.reduce((mask, role) => mask | roleBit(role), 0);
}

/** The rules, compiled: by what calls each check of blocks. Immutable; shared by all drafts. */
export class RuleSet {
  readonly rules: readonly Rule[];
  /** What calls checks of blocks: words, characters and numbers, with the index of the rule. */
  readonly triggers: {
    readonly words: readonly (readonly [string, number])[];
    readonly chars: readonly (readonly [string, number])[];
    readonly numbers: readonly number[];
    readonly repeated: readonly number[];
  };
  /** By index of the rule: the roles its check of blocks looks at. */
  readonly masks: Int32Array;
  /** By index of the rule: 1 where a character calls its check once for the block that holds it. */
  readonly once: Uint8Array;
  /** Indices of rules that look at each block once (at those whose reading has a part), and by kind of citation. */
  readonly perBlock: readonly number[];
  readonly perPart: ReadonlyMap<ReadingPart, readonly number[]>;
  readonly perUnread: readonly number[];
  readonly perCitation: ReadonlyMap<CitationKind, readonly number[]>;
  readonly byCode: ReadonlyMap<string, Rule>;
  /** The rules with a check of the whole draft. */
  readonly perDraft: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.masks = new Int32Array(rules.length);
    this.once = new Uint8Array(rules.length);
    const words: [string, number][] = [];
    const chars: [string, number][] = [];
    const numbers: number[] = [];
    const repeated: number[] = [];
    const perBlock: number[] = [];
    const perPart = new Map<ReadingPart, number[]>();
    const perUnread: number[] = [];
    const perCitation = new Map<CitationKind, number[]>();
    const byCode = new Map<string, Rule>();
    rules.forEach((rule, index) => {
      if (byCode.has(rule.code)) throw new Error(`Two rules have the code ${rule.code}.`);
      byCode.set(rule.code, rule);
      if (!rule.block) return;
      const { on, roles } = rule.block;
      this.masks[index] = roleMask(roles ?? RUNNING);
      for (const word of new Set(on.words?.map((w) => w.toLowerCase()))) words.push([word, index]);
      for (const char of new Set(on.chars ?? on.blocksWith)) chars.push([char, index]);
      if (on.blocksWith !== undefined) this.once[index] = 1;
      if (on.numbers) numbers.push(index);
      if (on.repeated) repeated.push(index);
      if (on.blocks === true) perBlock.push(index);
      else if (on.blocks === 'unread') perUnread.push(index);
      else if (on.blocks) perPart.set(on.blocks, [...(perPart.get(on.blocks) ?? []), index]);
      for (const kind of on.citations ?? []) perCitation.set(kind, [...(perCitation.get(kind) ?? []), index]);
    });
    this.triggers = { words, chars, numbers, repeated };
    this.perBlock = perBlock;
    this.perPart = perPart;
    this.perUnread = perUnread;
    this.perDraft = rules.filter((rule) => rule.draft);
    this.perCitation = perCitation;
    this.byCode = byCode;
  }

  /**
   * The severity of each rule for a kind of document under some settings; null where it is off. Unless the settings say
   * otherwise, rules of house style are hints where it does not bind, and rules of speech are off in what is not spoken.
   */
  severities(kind: DocumentKind, settings: Settings, manner: Manner = {}): readonly (Severity | null)[] {
    let known = this.#severities.get(settings);
    if (!known) this.#severities.set(settings, (known = new Map<string, readonly (Severity | null)[]>()));
    const { houseStyle = true, spoken = true } = manner;
    const key = `${kind} ${houseStyle} ${spoken}`;
    let severities = known.get(key);
    if (!severities) known.set(key, (severities = this.#severitiesFor(kind, settings, houseStyle, spoken)));
    return severities;
  }

  /** What was worked out for some settings, by kind and manner. */
  readonly #severities = new WeakMap<Settings, Map<string, readonly (Severity | null)[]>>();

  #severitiesFor(
    kind: DocumentKind,
    settings: Settings,
    houseStyle: boolean,
    spoken: boolean,
  ): (Severity | null)[] {
    const profile = profileOverrides(settings.profile);
    return this.rules.map((rule) => {
      let severity = pick(rule.severity, kind) ?? 'off';
      if (rule.houseStyle && !houseStyle && severity !== 'off') severity = 'hint';
      if (rule.spoken && !spoken) severity = 'off';
      for (const layer of [profile, settings.rules]) {
        for (const key of [wildcardOf(rule.code, layer), rule.code]) {
          const override = key === null ? undefined : layer[key];
          if (override !== undefined) severity = pick(override, kind) ?? severity;
        }
      }
      return severity === 'off' ? null : severity;
    });
  }
}

/** What bears on the severity of rules beside the kind of a document; both are so unless it says otherwise. */
export interface Manner {
  /** Whether house style binds it. */
  readonly houseStyle?: boolean;
  /** Whether its words are read out to a meeting, if it is a statement. */
  readonly spoken?: boolean;
}

/** The value of a setting for a kind; undefined where it names other kinds only. */
export function pick(setting: SeveritySetting, kind: DocumentKind): Severity | 'off' | undefined {
  return typeof setting === 'string' ? setting : (setting[kind] ?? setting.default);
}

/** The longest key "family-*" of a layer that fits a code. */
function wildcardOf(code: string, layer: Readonly<Record<string, SeveritySetting>>): string | null {
  let best: string | null = null;
  for (const key of Object.keys(layer)) {
    if (!key.endsWith('*') || !code.startsWith(key.slice(0, -1))) continue;
    if (best === null || key.length > best.length) best = key;
  }
  return best;
}
