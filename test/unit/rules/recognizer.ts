import { defaultRecognizer } from '../../../server/src/catalogue/names.js';

/** The grammar as the engine uses it. */
export const recognize = defaultRecognizer();
