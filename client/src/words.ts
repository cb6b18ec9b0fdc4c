import type { DocumentKind, DocumentStatus } from '../../server/src/document/kinds.js';

/** What each kind is called and covers, in the order in which a person is asked. */
export const KIND_WORDS: Record<DocumentKind, { readonly label: string; readonly detail: string }> = {
  statement: { label: 'Statement', detail: 'statement, speaking notes, right of reply' },
  report: {
    label: 'Report',
    detail: 'report of the Secretariat, the Secretary-General, a body or a rapporteur',
  },
  note: { label: 'Note', detail: 'note by the Secretariat, conference room paper, background paper' },
  resolution: { label: 'Resolution', detail: 'draft or adopted resolution' },
  decision: { label: 'Decision', detail: 'draft or adopted decision' },
  treaty: { label: 'Treaty', detail: 'convention, protocol, charter, statute' },
  letter: { label: 'Letter', detail: 'letter, note verbale' },
  agenda: { label: 'Agenda', detail: 'provisional agenda, annotations' },
  record: { label: 'Record', detail: 'summary or verbatim record, transcript' },
  other: { label: 'United Nations document', detail: 'anything else' },
};

/** The kind in the words of the status bar: a resolution or decision that is not adopted is a draft. */
export function kindLabel(kind: DocumentKind, status: DocumentStatus): string {
  const { label } = KIND_WORDS[kind];
  const draft = status === 'draft' && (kind === 'resolution' || kind === 'decision' || kind === 'treaty');
  return draft ? `Draft ${label.toLowerCase()}` : label;
}

/** How long `words` take to read aloud, as minutes and seconds: "4:05". */
export function readingTime(words: number, wordsPerMinute: number): string {
  const seconds = Math.round((words * 60) / Math.max(1, wordsPerMinute));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
