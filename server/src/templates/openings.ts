/**
 * Opening words of preambular and operative paragraphs, with how often adopted resolutions of 2019 to 2026 print them.
 * Words and counts: `data/openings.tsv` (a count of 0 means that the organ used them fewer than three times). The order
 * within a group, from mild to strong, is the judgement of this project.
 */
export type OpeningOrgan =
  'General Assembly' | 'Security Council' | 'Economic and Social Council' | 'Human Rights Council';

export type OpeningPart = 'preambular' | 'operative';

/** What an opening does; the groups of the two parts have names of their own. */
export type OpeningGroup =
  | 'basis'
  | 'note'
  | 'recognition'
  | 'stress'
  | 'concern'
  | 'condemnation'
  | 'awareness'
  | 'conviction'
  | 'resolve'
  | 'consideration'
  | 'approval'
  | 'call'
  | 'request'
  | 'affirmation'
  | 'decision'
  | 'repetition';

const ORGANS: readonly OpeningOrgan[] = [
  'General Assembly',
  'Security Council',
  'Economic and Social Council',
  'Human Rights Council',
];

/** Part, group, opening, and the counts in the order of the organs above. */
const ROWS: readonly (readonly [OpeningPart, OpeningGroup, string, number, number, number, number])[] = [
  ['preambular', 'basis', 'Bearing in mind', 533, 10, 31, 27],
  ['preambular', 'basis', 'Guided', 194, 4, 4, 148],
  ['preambular', 'basis', 'Recalling', 5488, 688, 316, 492],
  ['preambular', 'basis', 'Reaffirming', 2962, 458, 116, 346],
  ['preambular', 'note', 'Taking note', 1209, 145, 60, 51],
  ['preambular', 'note', 'Taking note with appreciation', 161, 4, 6, 14],
  ['preambular', 'note', 'Noting', 2249, 191, 90, 174],
  ['preambular', 'note', 'Noting with appreciation', 404, 8, 15, 43],
  ['preambular', 'note', 'Noting with satisfaction', 171, 0, 0, 0],
  ['preambular', 'note', 'Welcoming', 1856, 290, 60, 169],
  ['preambular', 'recognition', 'Acknowledging', 890, 53, 55, 154],
  ['preambular', 'recognition', 'Recognizing', 4051, 208, 215, 385],
  ['preambular', 'stress', 'Highlighting', 157, 8, 5, 23],
  ['preambular', 'stress', 'Underlining', 429, 73, 10, 56],
  ['preambular', 'stress', 'Emphasizing', 991, 106, 15, 119],
  ['preambular', 'stress', 'Stressing', 1022, 162, 50, 131],
  ['preambular', 'stress', 'Underscoring', 126, 90, 7, 27],
  ['preambular', 'concern', 'Noting with concern', 465, 4, 23, 51],
  ['preambular', 'concern', 'Expressing concern', 457, 53, 11, 62],
  ['preambular', 'concern', 'Concerned', 440, 3, 10, 37],
  ['preambular', 'concern', 'Expressing deep concern', 227, 29, 21, 73],
  ['preambular', 'concern', 'Deeply concerned', 484, 3, 13, 90],
  ['preambular', 'concern', 'Expressing grave concern', 112, 18, 23, 49],
  ['preambular', 'concern', 'Gravely concerned', 114, 7, 16, 13],
  ['preambular', 'concern', 'Alarmed', 83, 0, 0, 22],
  ['preambular', 'condemnation', 'Deploring', 79, 4, 8, 21],
  ['preambular', 'condemnation', 'Condemning', 122, 110, 0, 22],
  ['preambular', 'condemnation', 'Strongly condemning', 65, 60, 10, 22],
  ['preambular', 'condemnation', 'Condemning in the strongest terms', 12, 0, 0, 6],
  ['preambular', 'awareness', 'Aware', 270, 0, 4, 6],
  ['preambular', 'awareness', 'Conscious', 223, 0, 10, 0],
  ['preambular', 'awareness', 'Mindful', 526, 10, 11, 21],
  ['preambular', 'awareness', 'Cognizant', 96, 0, 0, 0],
  ['preambular', 'conviction', 'Considering', 205, 3, 0, 10],
  ['preambular', 'conviction', 'Believing', 25, 0, 0, 3],
  ['preambular', 'conviction', 'Convinced', 513, 0, 4, 11],
  ['preambular', 'conviction', 'Deeply convinced', 14, 0, 0, 0],
  ['preambular', 'resolve', 'Encouraged', 14, 0, 0, 0],
  ['preambular', 'resolve', 'Desirous', 25, 0, 0, 0],
  ['preambular', 'resolve', 'Determined', 56, 0, 4, 6],
  ['preambular', 'resolve', 'Resolved', 14, 0, 0, 0],
  ['preambular', 'consideration', 'Having considered', 523, 31, 13, 0],
  ['preambular', 'consideration', 'Having examined', 82, 0, 6, 0],
  ['preambular', 'consideration', 'Having heard', 0, 0, 6, 0],
  ['preambular', 'repetition', 'Recalling also', 1876, 7, 120, 192],
  ['preambular', 'repetition', 'Recalling further', 707, 0, 70, 78],
  ['preambular', 'repetition', 'Reaffirming also', 760, 0, 34, 80],
  ['preambular', 'repetition', 'Reaffirming further', 269, 0, 18, 11],
  ['preambular', 'repetition', 'Recognizing also', 956, 0, 78, 114],
  ['preambular', 'repetition', 'Recognizing further', 284, 0, 26, 36],
  ['preambular', 'repetition', 'Noting also', 370, 0, 29, 29],
  ['preambular', 'repetition', 'Noting further', 94, 4, 5, 9],
  ['preambular', 'repetition', 'Welcoming also', 287, 3, 5, 38],
  ['preambular', 'repetition', 'Welcoming further', 90, 0, 0, 7],
  ['preambular', 'repetition', 'Stressing also', 137, 0, 9, 14],
  ['preambular', 'repetition', 'Stressing further', 20, 0, 0, 0],
  ['preambular', 'repetition', 'Emphasizing also', 71, 0, 0, 11],
  ['preambular', 'repetition', 'Emphasizing further', 13, 0, 0, 0],
  ['preambular', 'repetition', 'Acknowledging also', 93, 0, 5, 12],
  ['preambular', 'repetition', 'Acknowledging further', 14, 0, 3, 3],
  ['preambular', 'repetition', 'Taking note also', 161, 0, 8, 12],
  ['preambular', 'repetition', 'Taking note further', 22, 0, 0, 3],
  ['operative', 'note', 'Notes', 1614, 76, 97, 41],
  ['operative', 'note', 'Takes note', 1599, 33, 96, 48],
  ['operative', 'note', 'Takes note with appreciation', 288, 0, 27, 14],
  ['operative', 'note', 'Notes with appreciation', 438, 0, 7, 7],
  ['operative', 'note', 'Notes with satisfaction', 150, 0, 0, 3],
  ['operative', 'note', 'Welcomes', 2566, 215, 140, 142],
  ['operative', 'note', 'Commends', 316, 32, 6, 21],
  ['operative', 'approval', 'Endorses', 318, 4, 14, 0],
  ['operative', 'approval', 'Approves', 116, 0, 4, 0],
  ['operative', 'approval', 'Adopts', 26, 0, 0, 0],
  ['operative', 'call', 'Invites', 1927, 17, 123, 86],
  ['operative', 'call', 'Encourages', 4974, 315, 278, 299],
  ['operative', 'call', 'Strongly encourages', 99, 8, 0, 5],
  ['operative', 'call', 'Calls upon', 3605, 232, 205, 385],
  ['operative', 'call', 'Urges', 2396, 272, 166, 239],
  ['operative', 'call', 'Strongly urges', 71, 38, 0, 9],
  ['operative', 'call', 'Demands', 106, 110, 4, 15],
  ['operative', 'request', 'Requests', 3964, 786, 206, 399],
  ['operative', 'request', 'Also requests', 521, 3, 25, 68],
  ['operative', 'request', 'Further requests', 91, 19, 7, 20],
  ['operative', 'request', 'Reiterates its request', 164, 3, 4, 0],
  ['operative', 'concern', 'Notes with concern', 311, 6, 17, 6],
  ['operative', 'concern', 'Expresses concern', 282, 8, 9, 22],
  ['operative', 'concern', 'Expresses deep concern', 120, 0, 5, 34],
  ['operative', 'concern', 'Expresses grave concern', 92, 0, 0, 21],
  ['operative', 'condemnation', 'Deplores', 62, 0, 0, 15],
  ['operative', 'condemnation', 'Condemns', 126, 61, 0, 37],
  ['operative', 'condemnation', 'Strongly condemns', 150, 51, 3, 36],
  ['operative', 'condemnation', 'Condemns in the strongest terms', 30, 0, 0, 8],
  ['operative', 'stress', 'Highlights', 71, 8, 12, 3],
  ['operative', 'stress', 'Underlines', 522, 66, 13, 26],
  ['operative', 'stress', 'Emphasizes', 1221, 53, 48, 38],
  ['operative', 'stress', 'Stresses', 1638, 123, 76, 89],
  ['operative', 'stress', 'Underscores', 144, 74, 9, 15],
  ['operative', 'affirmation', 'Acknowledges', 678, 12, 54, 36],
  ['operative', 'affirmation', 'Recognizes', 2544, 44, 208, 91],
  ['operative', 'affirmation', 'Recalls', 1798, 208, 90, 57],
  ['operative', 'affirmation', 'Affirms', 158, 61, 0, 14],
  ['operative', 'affirmation', 'Reaffirms', 1972, 220, 131, 97],
  ['operative', 'affirmation', 'Reiterates', 710, 154, 53, 62],
  ['operative', 'decision', 'Recommends', 188, 0, 47, 3],
  ['operative', 'decision', 'Resolves', 42, 0, 0, 0],
  ['operative', 'decision', 'Decides', 2096, 849, 66, 257],
  ['operative', 'decision', 'Authorizes', 73, 37, 0, 0],
  ['operative', 'decision', 'Directs', 0, 54, 0, 0],
  ['operative', 'repetition', 'Also requests', 521, 3, 25, 68],
  ['operative', 'repetition', 'Further requests', 91, 19, 7, 20],
  ['operative', 'repetition', 'Also calls upon', 363, 0, 13, 43],
  ['operative', 'repetition', 'Further calls upon', 89, 5, 0, 14],
  ['operative', 'repetition', 'Also encourages', 476, 0, 29, 26],
  ['operative', 'repetition', 'Further encourages', 120, 0, 10, 5],
  ['operative', 'repetition', 'Also urges', 179, 0, 14, 31],
  ['operative', 'repetition', 'Further urges', 34, 7, 0, 11],
  ['operative', 'repetition', 'Also welcomes', 357, 0, 20, 24],
  ['operative', 'repetition', 'Further welcomes', 88, 0, 4, 7],
  ['operative', 'repetition', 'Also recognizes', 364, 0, 47, 9],
  ['operative', 'repetition', 'Further recognizes', 78, 0, 20, 0],
  ['operative', 'repetition', 'Also decides', 382, 0, 22, 20],
  ['operative', 'repetition', 'Further decides', 243, 16, 6, 5],
  ['operative', 'repetition', 'Also recalls', 283, 0, 17, 7],
  ['operative', 'repetition', 'Further recalls', 45, 0, 5, 0],
  ['operative', 'repetition', 'Also reaffirms', 328, 0, 22, 10],
  ['operative', 'repetition', 'Further reaffirms', 145, 0, 7, 0],
  ['operative', 'repetition', 'Also stresses', 168, 0, 12, 8],
  ['operative', 'repetition', 'Further stresses', 20, 0, 0, 0],
  ['operative', 'repetition', 'Also emphasizes', 203, 0, 11, 7],
  ['operative', 'repetition', 'Further emphasizes', 15, 0, 6, 0],
  ['operative', 'repetition', 'Also notes', 197, 0, 6, 6],
  ['operative', 'repetition', 'Further notes', 33, 0, 0, 0],
  ['operative', 'repetition', 'Also takes note', 144, 0, 14, 0],
  ['operative', 'repetition', 'Further takes note', 26, 0, 0, 0],
];

/** An opening as one organ uses it. */
export interface Opening {
  readonly organ: OpeningOrgan;
  readonly part: OpeningPart;
  readonly group: OpeningGroup;
  readonly opening: string;
  readonly occurrences: number;
}

/** All openings, each once for every organ that uses it. */
export const OPENINGS: readonly Opening[] = ROWS.flatMap(([part, group, opening, ...counts]) =>
  ORGANS.flatMap((organ, index) => {
    const occurrences = counts[index] ?? 0;
    return occurrences > 0 ? [{ organ, part, group, opening, occurrences }] : [];
  }),
);

/** The openings of a group that an organ uses, from mild to strong. */
export function openingsOf(organ: OpeningOrgan, part: OpeningPart, group: OpeningGroup): string[] {
  return OPENINGS.filter((row) => row.organ === organ && row.part === part && row.group === group).map(
    (row) => row.opening,
  );
}
