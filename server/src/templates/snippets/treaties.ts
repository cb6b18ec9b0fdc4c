import { FINAL_CLAUSES, TESTIMONIUM, type FinalClause } from '../treatyClauses.js';
import { blocks, type SnippetRow } from './row.js';

const TREATY = ['treaty'] as const;
const INSTRUMENT = '${1|Convention,Protocol,Agreement|}';

/**
 * A final clause as a snippet: tab stop 1 is the instrument, 2 the number of the article, the blanks follow in the
 * order of the text. A blank that occurs again mirrors the first.
 */
function finalClause(clause: FinalClause): SnippetRow {
  const numbers = new Map<string, number>();
  const examples: Record<number, string> = { 2: '2' };
  const expand = (pattern: string): string =>
    pattern.replace(/\{([A-Za-z]{1,40})\}/g, (_whole, name: string) => {
      const known = numbers.get(name);
      if (known !== undefined) return `\${${known}}`;
      if (name === 'instrument') {
        numbers.set(name, 1);
        return INSTRUMENT;
      }
      const number = [...numbers.keys()].filter((one) => one !== 'instrument').length + 3;
      numbers.set(name, number);
      const blank = clause.blanks[name];
      // The small treaty in which a clause is tried has one article besides it.
      examples[number] = name === 'articles' ? 'article 1' : (blank?.example ?? '');
      return `\${${number}:${blank?.hint ?? name}}`;
    });
  const paragraphs = clause.paragraphs.map(expand);
  return {
    id: `final-clause-${clause.id}`,
    prefixes: [`final-${clause.id}`, clause.id, 'final-clause'],
    title: `Final clause: ${clause.heading.charAt(0).toLowerCase()}${clause.heading.slice(1)}`,
    description: clause.description,
    kinds: TREATY,
    place: 'final-clause',
    body: blocks(`### Article \${2:number}. ${clause.heading}`, ...paragraphs),
    examples,
  };
}

/** Parts of conventions and protocols. In a treaty numbers stand in words and "States Parties" has its capital. */
export const TREATY_SNIPPETS: readonly SnippetRow[] = [
  {
    id: 'treaty-preamble',
    prefixes: ['treaty-preamble'],
    title: 'Preamble of a treaty',
    description: 'The parties, what moves them, and the words that lead to the articles.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '## Preamble',
      `*The States Parties to this ${INSTRUMENT}*,`,
      '*${2|Concerned about,Mindful of,Aware of,Recalling|}* ${3:what},',
      '*${4|Convinced,Recognizing,Considering|}* that ${5:conviction},',
      'Have agreed as follows:',
    ),
    examples: {
      3: 'the loss of records in situations of conflict',
      5: 'cooperation is needed to restore records',
    },
    context: {
      before: '# Draft Convention on the Protection of Records\n\n',
      after: '\n\n## Article 1. Scope of application\n\nThis Convention shall apply to records.',
    },
  },
  {
    id: 'treaty-chapter',
    prefixes: ['chapter'],
    title: 'Chapter',
    description: 'The heading of a chapter; articles run on through all chapters.',
    kinds: TREATY,
    place: 'treaty',
    body: '## Chapter ${1:I}. ${2|General provisions,Measures at the national level,International cooperation,Final provisions|}',
    examples: { 1: 'I' },
    context: { after: '\n\n### Article 1. Scope of application\n\nThis Convention shall apply to records.' },
  },
  {
    id: 'treaty-article-text',
    prefixes: ['treaty-article', 'article-text'],
    title: 'Article with numbered paragraphs',
    description: 'Heading and two paragraphs; paragraphs begin with 1 in each article.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks('### Article ${1:1}. ${2:Heading}', '1. ${3:First paragraph.}', '2. ${4:Second paragraph.}'),
    examples: {
      1: '1',
      2: 'Measures at the national level',
      3: 'Each State Party shall protect its records.',
      4: 'Each State Party shall keep a list of its records.',
    },
  },
  {
    id: 'treaty-purpose',
    prefixes: ['treaty-purpose', 'statement-of-purpose'],
    title: 'Statement of purpose',
    description: 'The purposes of the treaty in lettered subparagraphs.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${2:1}. Statement of purpose',
      `The purposes of this ${INSTRUMENT} are:`,
      '(a) ${3:To do what};',
      '(b) ${4:To do what}.',
    ),
    examples: { 2: '1', 3: 'To protect records against loss', 4: 'To assist States in restoring records' },
  },
  {
    id: 'treaty-use-of-terms',
    prefixes: ['use-of-terms', 'terms'],
    title: 'Use of terms',
    description: 'Definitions in lettered subparagraphs, the term in quotation marks.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${2:2}. Use of terms',
      `For the purposes of this ${INSTRUMENT}:`,
      '(a) “${3:Term}” shall mean ${4:definition};',
      '(b) “${5:Term}” shall mean ${6:definition}.',
    ),
    examples: {
      2: '1',
      3: 'Records',
      4: 'documents in any form that a public authority has created or received',
      5: 'Restoration',
      6: 'the repair of records that have been damaged',
    },
    context: {
      after:
        '\n\n### Article 2. Scope of application\n\nThis Convention shall apply to the protection of records and to the restoration of records.',
    },
  },
  {
    id: 'treaty-scope',
    prefixes: ['scope', 'scope-of-application'],
    title: 'Scope of application',
    description: 'To what the treaty applies.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${2:3}. Scope of application',
      `This ${INSTRUMENT} shall apply to \${3:what}, except as otherwise provided herein.`,
    ),
    examples: { 2: '1', 3: 'the protection of records' },
  },
  {
    id: 'treaty-measures',
    prefixes: ['each-state-party', 'measures'],
    title: 'Each State Party shall',
    description: 'The formula by which States undertake to act.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${1:4}. ${2:Heading}',
      'Each State Party shall ${3|take the legislative and other measures that are necessary to,take appropriate measures to,endeavour to|} ${4:do what}.',
    ),
    examples: { 1: '1', 2: 'Measures at the national level', 4: 'protect records against loss' },
  },
  {
    id: 'treaty-relation-with-convention',
    prefixes: ['relation', 'supplements'],
    title: 'Relation of a protocol with its convention',
    description: 'The first article of a protocol that supplements a convention.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${1:1}. Relation with the Convention',
      '1. This Protocol supplements the ${2:title of the convention} (hereinafter “the Convention”). It shall be interpreted together with the Convention.',
      '2. The provisions of the Convention shall apply, mutatis mutandis, to this Protocol, unless otherwise provided herein.',
    ),
    examples: { 1: '1', 2: 'United Nations Convention against Transnational Organized Crime' },
  },
  {
    id: 'treaty-conference',
    prefixes: ['conference-of-parties', 'cop-article'],
    title: 'Conference of the States Parties',
    description: 'The article that establishes the body of the parties.',
    kinds: TREATY,
    place: 'treaty',
    body: blocks(
      '### Article ${2:6}. Conference of the States Parties',
      `1. A Conference of the States Parties is hereby established to review the implementation of this ${INSTRUMENT}.`,
      '2. The Secretary-General of the United Nations shall convene the Conference within one year of the entry into force of this ${1}, and thereafter every ${3:number in words} years.',
    ),
    examples: { 2: '1', 3: 'two' },
  },
  ...FINAL_CLAUSES.map(finalClause),
  {
    id: 'treaty-testimonium',
    prefixes: ['testimonium', 'in-witness'],
    title: 'Testimonium',
    description: 'The words before the signatures.',
    kinds: TREATY,
    place: 'final-clause',
    body: TESTIMONIUM.replace('{instrument}', INSTRUMENT),
    examples: {},
  },
  {
    id: 'bracketed-alternatives',
    prefixes: ['brackets', 'alternatives'],
    title: 'Alternatives in square brackets',
    description: 'Words that are still under negotiation.',
    kinds: ['treaty', 'resolution'],
    place: 'reference',
    body: '[${1:first alternative}] [${2:second alternative}]',
    examples: { 1: 'shall', 2: 'may' },
    context: {
      before: '### Article 1. Protection of records\n\nEach State Party ',
      after: ' protect its records.',
    },
  },
];
