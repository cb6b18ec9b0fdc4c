import type { Recognition } from '../document/recognize.js';
import type { DocumentKind } from '../document/kinds.js';
import type { ChosenKind } from '../messages.js';
import { matchesGlob } from '../settings/glob.js';
import type { Settings } from '../settings/settings.js';

/** The language of files that are United Nations documents by their name. */
export const UN_DOCUMENT = 'un-document';

/** Plain text as VS Code calls it. */
export const PLAIN_TEXT = 'plaintext';

/** Names of files that are looked at in a folder; those of `SURE` are United Nations documents by their name. */
export const TEXTS = /\.(?:undoc|md|markdown|txt)$/i;
export const SURE = /\.(?:undoc|un\.md)$/i;

/** The language that an editor gives a file which it has not opened, by its name. */
export function languageOfName(name: string): string {
  if (SURE.test(name)) return UN_DOCUMENT;
  return /\.txt$/i.test(name) ? PLAIN_TEXT : 'markdown';
}

/**
 * A document's language as this server calls it. An editor that knows no language `un-document` opens such a file as
 * Markdown or text: its name tells. Some editors call plain text `text`.
 */
export function languageOf(languageId: string, uri: string): string {
  if (SURE.test(uri)) return UN_DOCUMENT;
  return languageId === 'text' ? PLAIN_TEXT : languageId;
}

/** What decides whether a document is attended to. */
export interface AttachFacts {
  readonly languageId: string;
  /** What a person said, in this session. */
  readonly chosen: ChosenKind;
  readonly settings: Settings;
  /** The file's path from the root of its folder, with slashes; null where it lies in none. */
  readonly path: string | null;
  /** What the text itself says. */
  readonly recognition: Pick<Recognition, 'recognized' | 'declared'>;
}

/** Whether a document is attended to, and the kind that is settled for it; null leaves the kind to its text. */
export interface Attachment {
  readonly recognized: boolean;
  readonly kind: DocumentKind | null;
}

/**
 * The attach rule. What a person chose goes before front matter, front matter before an entry under `files`, and that
 * before the language and the setting `recognize`; where nothing is said the text's own signs decide.
 */
export function attach({ languageId, chosen, settings, path, recognition }: AttachFacts): Attachment {
  if (chosen !== null) return { recognized: chosen !== 'none', kind: chosen === 'none' ? null : chosen };
  if (recognition.declared !== null) return { recognized: true, kind: null };
  const entry = path === null ? undefined : settings.files.find(({ pattern }) => matchesGlob(path, pattern));
  if (entry?.recognize === 'never') return { recognized: false, kind: null };
  if (entry && (entry.kind !== undefined || entry.recognize === 'always'))
    return { recognized: true, kind: entry.kind ?? null };
  if (languageId === UN_DOCUMENT) return { recognized: true, kind: null };
  if (settings.recognize !== 'auto') return { recognized: settings.recognize === 'always', kind: null };
  return { recognized: recognition.recognized, kind: null };
}
