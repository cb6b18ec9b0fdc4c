import type { Blank, NewDocument } from '../newDocument.js';
import { FINAL_CLAUSES, TESTIMONIUM, type FinalClause } from '../treatyClauses.js';
import { blank } from './questions.js';

/** The blanks of the final clauses, named after their clause so that "place" of one is not "place" of another. */
function clauseBlanks(): Blank[] {
  return FINAL_CLAUSES.flatMap((clause) =>
    Object.entries(clause.blanks).map(([name, { hint, example }]) =>
      blank(clauseName(clause, name), hint, example),
    ),
  );
}

function clauseName(clause: FinalClause, name: string): string {
  const words = clause.id.split('-');
  return `${words[0] ?? ''}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The final clauses as articles, numbered from `first` on. */
function clauseArticles(first: number): string[] {
  return FINAL_CLAUSES.flatMap((clause, index) => [
    `### Article ${first + index}. ${clause.heading}`,
    ...clause.paragraphs.map((paragraph) =>
      paragraph.replace(/\{([A-Za-z]{1,40})\}/g, (whole, name: string) =>
        name === 'instrument' ? whole : `{${clauseName(clause, name)}}`,
      ),
    ),
  ]);
}

/** In a treaty's own text its name is known, so that the clauses need no blank for it. */
function named(blocks: readonly string[], instrument: string): string[] {
  return blocks.map((block) => block.replaceAll('{instrument}', instrument));
}

const DEFINITION_BLANKS: readonly Blank[] = [
  blank('termOne', 'First term', 'Records'),
  blank(
    'definitionOne',
    'what it means',
    'documents in any form that a public authority has created or received',
  ),
  blank('termTwo', 'Second term', 'Central authority'),
  blank(
    'definitionTwo',
    'what it means',
    'the authority designated by a State Party in accordance with article {authorityArticle} of this {instrument}',
  ),
];

const SUBSTANCE_BLANKS: readonly Blank[] = [
  blank(
    'concerned',
    'what gives rise to the treaty',
    'the loss of records in situations of conflict and disaster',
  ),
  blank(
    'convinced',
    'the conviction on which it rests',
    'records that are lost can often be restored with the help of other States',
  ),
  blank('purposeOne', 'first purpose, beginning with “To”', 'To protect records against loss'),
  blank('purposeTwo', 'second purpose, beginning with “To”', 'To assist States in restoring records'),
  blank(
    'scope',
    'to what it applies',
    'the protection and restoration of records, except as otherwise provided herein',
  ),
  blank('measures', 'what States Parties have to ensure', 'ensure that records are preserved'),
  blank('authority', 'what the authority does', 'receive and transmit requests for assistance'),
  blank(
    'cooperation',
    'how States Parties cooperate',
    'assist one another in the restoration of records, through their central authorities',
  ),
];

/** Blanks of a treaty whose hints or examples speak of it by its own name. */
function blanksFor(instrument: string, authorityArticle: number, parent: readonly Blank[]): Blank[] {
  return [...SUBSTANCE_BLANKS, ...DEFINITION_BLANKS, ...clauseBlanks(), ...parent].map((one) => ({
    ...one,
    example: one.example
      .replaceAll('{instrument}', instrument)
      .replaceAll('{authorityArticle}', String(authorityArticle)),
  }));
}

/** Conventions and protocols: preamble, use of terms, chapters and articles, final clauses. */
export const TREATIES: readonly NewDocument[] = [
  {
    id: 'convention',
    title: 'Convention',
    description: 'Preamble, use of terms, chapters and articles, final clauses.',
    kind: 'treaty',
    questions: [
      {
        name: 'title',
        label: 'What is the title of the convention, without “Convention”?',
        type: 'text',
        hint: 'on …',
        example: 'on the Protection and Restoration of Records',
      },
    ],
    blanks: blanksFor('Convention', 4, [blank('meetingInterval', 'number of years in words', 'two')]),
    build: () =>
      named(
        [
          '# Draft Convention {title}',
          '## Preamble',
          '*The States Parties to this {instrument}*,',
          '*Concerned* about {concerned},',
          '*Convinced* that {convinced},',
          'Have agreed as follows:',
          '## Chapter I. General provisions',
          '### Article 1. Statement of purpose',
          'The purposes of this {instrument} are:',
          '(a) {purposeOne};',
          '(b) {purposeTwo}.',
          '### Article 2. Use of terms',
          'For the purposes of this {instrument}:',
          '(a) “{termOne}” shall mean {definitionOne};',
          '(b) “{termTwo}” shall mean {definitionTwo}.',
          '### Article 3. Scope of application',
          'This {instrument} shall apply to {scope}.',
          '## Chapter II. Measures',
          '### Article 4. Measures at the national level',
          '1. Each State Party shall take the legislative and other measures that are necessary to {measures}.',
          '2. Each State Party shall designate an authority that shall {authority}, and shall notify the Secretary-General of the United Nations thereof.',
          '### Article 5. International cooperation',
          'States Parties shall {cooperation}, in accordance with their domestic law.',
          '### Article 6. Conference of the States Parties',
          '1. A Conference of the States Parties is hereby established to review the implementation of this {instrument}.',
          '2. The Secretary-General of the United Nations shall convene the Conference within one year of the entry into force of this {instrument}, and thereafter every {meetingInterval} years.',
          '## Chapter III. Final provisions',
          ...clauseArticles(7),
          TESTIMONIUM,
        ],
        'Convention',
      ),
  },
  {
    id: 'protocol',
    title: 'Protocol',
    description:
      'A protocol that supplements a convention: relation with it, use of terms, articles, final clauses.',
    kind: 'treaty',
    questions: [
      {
        name: 'title',
        label: 'What is the title of the protocol, without “Protocol”?',
        type: 'text',
        hint: 'on …',
        example: 'on the Protection of Records',
      },
      {
        name: 'parent',
        label: 'Which convention does it supplement?',
        type: 'text',
        hint: 'title of the convention',
        example: 'United Nations Convention against Transnational Organized Crime',
      },
    ],
    blanks: blanksFor('Protocol', 5, []),
    build: () =>
      named(
        [
          '# Draft Protocol {title}, supplementing the {parent}',
          '## Preamble',
          '*The States Parties to this {instrument}*,',
          '*Concerned* about {concerned},',
          '*Convinced* that {convinced},',
          'Have agreed as follows:',
          '## Chapter I. General provisions',
          '### Article 1. Relation with the Convention',
          '1. This {instrument} supplements the {parent} (hereinafter “the Convention”). It shall be interpreted together with the Convention.',
          '2. The provisions of the Convention shall apply, mutatis mutandis, to this {instrument}, unless otherwise provided herein.',
          '### Article 2. Statement of purpose',
          'The purposes of this {instrument} are:',
          '(a) {purposeOne};',
          '(b) {purposeTwo}.',
          '### Article 3. Use of terms',
          'For the purposes of this {instrument}:',
          '(a) “{termOne}” shall mean {definitionOne};',
          '(b) “{termTwo}” shall mean {definitionTwo}.',
          '### Article 4. Scope of application',
          'This {instrument} shall apply to {scope}.',
          '## Chapter II. Measures',
          '### Article 5. Measures at the national level',
          '1. Each State Party shall take the legislative and other measures that are necessary to {measures}.',
          '2. Each State Party shall designate an authority that shall {authority}, and shall notify the Secretary-General of the United Nations thereof.',
          '### Article 6. International cooperation',
          'States Parties shall {cooperation}, in accordance with their domestic law.',
          '## Chapter III. Final provisions',
          ...clauseArticles(7),
          TESTIMONIUM,
        ],
        'Protocol',
      ),
  },
];
