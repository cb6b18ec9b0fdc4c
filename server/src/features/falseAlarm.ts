import type { Draft, Range } from '../document/draft.js';
import type { Finding } from '../rules/rule.js';
import type { OpenDraft } from '../workspace/openDraft.js';

/** So many characters on each side of a finding are shown at most; fewer where the sentence begins or ends. */
const AROUND = 60;
/** The longest stretch of a finding itself that is shown. */
const MOST = 160;

/** Capitalized words that name nobody: the words of the trade, and those that begin sentences. */
const PLAIN = new Set(
  (
    'a an the in on at by for from to of and or as with under its it this that these those he she they we i our ' +
    'see also however moreover furthermore therefore while when where since during after before ' +
    'general assembly security council economic social trusteeship human rights secretariat secretary-general ' +
    'commission committee conference congress board group working states state member members party parties ' +
    'united nations report note resolution resolutions decision decisions agenda item items session meeting ' +
    'chapter section part annex article table figure paragraph paragraphs chair president madam mr mrs ms ' +
    'excellencies distinguished delegates ladies gentlemen office protocol convention treaty charter ' +
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday distr original english ' +
    'recalling recognizing noting welcoming reaffirming decides requests urges calls encourages invites'
  ).split(' '),
);

/** What is replaced whole: addresses of persons and pages. */
const ADDRESS = /(?<!\S)(?:https?:\/\/|www\.)\S{1,300}|(?<![^\s(<])[^\s@(<]{1,60}@[^\s@]{1,100}/g;
const TOKEN = /\p{L}[\p{L}\p{M}’']*|\p{N}/gu;

/**
 * A text without what tells whose it is: each figure is a nine, each name a word of x, addresses are gone. Words in small
 * letters stay, and so does the form: capitals, hyphens, punctuation and the number of figures are what rules look at.
 */
export function anonymized(text: string): string {
  return text.replace(ADDRESS, 'address').replace(TOKEN, (token) => {
    if (/^\p{N}/u.test(token)) return '9';
    const small = token.toLowerCase();
    if (token === small || PLAIN.has(small) || /^[IVX]{1,5}$/.test(token)) return token;
    if (token === token.toUpperCase()) return 'X'.repeat(Math.min(token.length, 6));
    const suffix = /[’']s$/.exec(token)?.[0] ?? '';
    return /^\p{Lu}/u.test(token) ? `Xxxx${suffix}` : `xxxx${suffix}`;
  });
}

/** The case of a finding that a person takes for wrong, as a short text to be sent: nothing in it tells whose text it is. */
export function falseAlarmCase(open: OpenDraft, finding: Finding, version: string): string {
  const { kind, status, language } = open.draft.structure;
  const { rule, variant, block, severity } = finding;
  const span = open.analysis.spanOf(block, finding.anchor);
  const { text } = block;
  const end = Math.min(span.end, span.start + MOST, text.length);
  const from = startOf(text, span.start);
  const to = endOf(text, end);
  // Taken apart first: what stands beside the finding must not be joined to it.
  const shown = `${anonymized(text.slice(from, span.start))}⟦${anonymized(text.slice(span.start, end))}⟧${anonymized(text.slice(end, to))}`;
  return [
    `rule: ${rule.code}${variant === 'default' ? '' : ` (${variant})`}`,
    `severity: ${severity}`,
    `version: ${version}`,
    `document: ${kind}, ${status}, ${language}`,
    `place: ${block.role}`,
    `text: ${shown.replace(/\s+/g, ' ').trim()}`,
    '',
  ].join('\n');
}

/** The finding of a rule at a place; the first one there where no rule is named. */
export function findingAt(
  open: OpenDraft,
  range: Range,
  code: string | null,
  saved: boolean,
): Finding | undefined {
  return open.findings(saved).find((finding) => {
    if (code !== null && finding.rule.code !== code) return false;
    return touches(rangeOf(open.draft, open, finding), range);
  });
}

function rangeOf(draft: Draft, open: OpenDraft, { block, anchor }: Finding): Range {
  return draft.rangeOf(block, open.analysis.spanOf(block, anchor));
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range['start'], y: Range['start']): boolean =>
    x.line < y.line || (x.line === y.line && x.character <= y.character);
  return before(a.start, b.end) && before(b.start, a.end);
}

/** Where the words before a finding begin: its sentence, or a few words. */
function startOf(text: string, at: number): number {
  const low = Math.max(0, at - AROUND);
  const before = text.slice(low, at);
  // The point behind a paragraph's number ends no sentence.
  let stop = -1;
  for (const match of before.matchAll(/(?<=[\p{L})”"])\. |; |\n\s*\n/gu))
    stop = match.index + match[0].length;
  if (stop >= 0) return low + stop;
  if (low === 0) return 0;
  const space = before.indexOf(' ');
  return space < 0 ? at : low + space + 1;
}

function endOf(text: string, at: number): number {
  const behind = text.slice(at, at + AROUND);
  const stop = /[.;](?=\s)|\n\s*\n/.exec(behind);
  if (stop) return at + stop.index + (stop[0].startsWith('\n') ? 0 : 1);
  if (at + AROUND >= text.length) return text.length;
  const space = behind.lastIndexOf(' ');
  return space < 0 ? at : at + space;
}
