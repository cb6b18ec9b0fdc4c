import type { Translate } from '../catalogue/messages.js';
import type { CatalogueView } from '../catalogue/view.js';

/** What features know beside the open drafts. */
export interface Knowledge {
  readonly catalogue: CatalogueView;
  /** ISO date of today, or null. */
  readonly today: string | null;
  /** Says what the tables of facts say to a person, in that person's language. */
  readonly t: Translate;
}
