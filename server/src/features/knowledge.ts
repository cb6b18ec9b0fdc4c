import { english, type Translate } from '../catalogue/messages.js';
import { CatalogueView } from '../catalogue/view.js';
import { sayEnglish, type Say } from './messages.js';

/** What features know beside the open drafts, and how they speak. */
export interface Knowledge {
  readonly catalogue: CatalogueView;
  /** ISO date of today, or null. */
  readonly today: string | null;
  /** Says what the tables of facts say to a person, in that person's language. */
  readonly t: Translate;
  /** Says what features say, in the same language. */
  readonly say: Say;
  /** The client shows the links of a document in its hovers by itself: a second one would say the same. */
  readonly linksShown?: boolean;
}

/** Knowledge without a catalogue, in English. */
export const PLAIN_KNOWLEDGE: Knowledge = {
  catalogue: CatalogueView.EMPTY,
  today: null,
  t: english,
  say: sayEnglish,
};
