import * as vscode from 'vscode';
import type { DocumentKind, DocumentStatus } from '../../server/src/document/kinds.js';

/** What a kind is called and covers. */
export function kindWords(kind: DocumentKind): { readonly label: string; readonly detail: string } {
  switch (kind) {
    case 'statement':
      return {
        label: vscode.l10n.t('Statement'),
        detail: vscode.l10n.t('statement, speaking notes, right of reply'),
      };
    case 'report':
      return {
        label: vscode.l10n.t('Report'),
        detail: vscode.l10n.t('report of the Secretariat, the Secretary-General, a body or a rapporteur'),
      };
    case 'note':
      return {
        label: vscode.l10n.t('Note'),
        detail: vscode.l10n.t('note by the Secretariat, conference room paper, background paper'),
      };
    case 'resolution':
      return { label: vscode.l10n.t('Resolution'), detail: vscode.l10n.t('draft or adopted resolution') };
    case 'decision':
      return { label: vscode.l10n.t('Decision'), detail: vscode.l10n.t('draft or adopted decision') };
    case 'treaty':
      return {
        label: vscode.l10n.t('Treaty'),
        detail: vscode.l10n.t('convention, protocol, charter, statute'),
      };
    case 'letter':
      return { label: vscode.l10n.t('Letter'), detail: vscode.l10n.t('letter, note verbale') };
    case 'agenda':
      return { label: vscode.l10n.t('Agenda'), detail: vscode.l10n.t('provisional agenda, annotations') };
    case 'record':
      return {
        label: vscode.l10n.t('Record'),
        detail: vscode.l10n.t('summary or verbatim record, transcript'),
      };
    case 'other':
      return { label: vscode.l10n.t('United Nations document'), detail: vscode.l10n.t('anything else') };
  }
}

/** The kind in the words of the status bar: a resolution, decision or treaty that is not adopted is a draft. */
export function kindLabel(kind: DocumentKind, status: DocumentStatus): string {
  if (status === 'draft') {
    if (kind === 'resolution') return vscode.l10n.t('Draft resolution');
    if (kind === 'decision') return vscode.l10n.t('Draft decision');
    if (kind === 'treaty') return vscode.l10n.t('Draft treaty');
  }
  return kindWords(kind).label;
}

/** A number with its thousands set apart as the editor's language has it. */
export function figures(value: number): string {
  return value.toLocaleString(vscode.env.language);
}

/** "1 word", "1,250 words", in the editor's language. */
export function wordsCounted(count: number): string {
  return count === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', figures(count));
}

/** How long `words` take to read aloud, as minutes and seconds: "4:05". */
export function readingTime(words: number, wordsPerMinute: number): string {
  const seconds = Math.round((words * 60) / Math.max(1, wordsPerMinute));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The words that fit, cut between two of them. */
export function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  // Words that were cut already are not cut twice.
  words = words.replace(/…$/, '');
  const space = words.lastIndexOf(' ', most);
  return `${words.slice(0, space > most / 2 ? space : most).replace(/[\s,;:.–—-]+$/, '')}…`;
}
