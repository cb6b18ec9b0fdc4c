import type { Finding, Fix } from '../rules/rule.js';
import { OpenDraft, type OpenOptions } from '../workspace/openDraft.js';
import { blockOffsets } from './inspect.js';

/** A change of a text: offsets are UTF-16 code units from its start. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What came of the safe fixes of a text. */
export interface Fixed {
  readonly text: string;
  /** How often a fix of each rule was applied, in the order in which the rules came up. */
  readonly applied: Readonly<Record<string, number>>;
}

/** One fix may bring up another; a text that is not at rest after so many rounds is left as it then is. */
const ROUNDS = 8;

/**
 * Applies all fixes that are marked safe, or those of some rules only, until there are none. Where two of them touch the
 * same place the first counts, and the other has its turn in the next round. A text without safe fixes comes back as it
 * is. `options` are those that a text is opened with; a draft that is open already is read no second time, and is not
 * changed.
 */
export function applySafeFixes(
  source: string | OpenDraft,
  options: OpenOptions,
  only?: ReadonlySet<string>,
): Fixed {
  const applied: Record<string, number> = {};
  let open = typeof source === 'string' ? new OpenDraft(source, options) : source;
  let now = open.draft.text;
  for (let round = 0; round < ROUNDS; round++) {
    const { edits, codes } = safeEdits(open, only);
    if (edits.length === 0) break;
    for (const code of codes) applied[code] = (applied[code] ?? 0) + 1;
    now = applyEdits(now, edits);
    open = new OpenDraft(now, options);
  }
  return { text: now, applied };
}

/**
 * The edits of the safe fixes of a draft that can be made together, in the order of the text, and the codes of the rules
 * they are of.
 */
export function safeEdits(
  open: OpenDraft,
  only?: ReadonlySet<string>,
): { readonly edits: readonly TextEdit[]; readonly codes: readonly string[] } {
  const offsets = blockOffsets(open.draft.blocks);
  const edits: TextEdit[] = [];
  const codes: string[] = [];
  /** Behind this offset nothing was taken: there nothing can touch. */
  let reach = -1;
  for (const finding of open.allFindings()) {
    if (only && !only.has(finding.rule.code)) continue;
    const fix = safeFix(finding);
    if (!fix) continue;
    const own = fix.edits().map(({ block, start, end, text }): TextEdit => {
      const base = offsets.get(block) ?? 0;
      return { start: base + start, end: base + end, text };
    });
    if (own.length === 0) continue;
    if (own.some((edit) => edit.start <= reach && edits.some((other) => touch(edit, other)))) continue;
    for (const edit of own) {
      edits.push(edit);
      reach = Math.max(reach, edit.end);
    }
    codes.push(finding.rule.code);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits, codes };
}

function safeFix(finding: Finding): Fix | undefined {
  return finding.fixes.find((fix) => fix.kind === 'safe');
}

/** Whether two edits overlap or meet: what stands side by side is left to the next round. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** A text with edits made that do not overlap and are in order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: inserted } of edits) {
    out += text.slice(at, start) + inserted;
    at = end;
  }
  return out + text.slice(at);
}
