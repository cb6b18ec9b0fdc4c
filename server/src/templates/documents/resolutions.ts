import { bodyFromName, type BodyFacts } from '../bodies.js';
import type { Blank, NewDocument, Question } from '../newDocument.js';
import type { Sheet } from '../sheet.js';
import { masthead } from './headers.js';
import {
  blank,
  body,
  date,
  dates,
  item,
  itemTitle,
  session,
  sponsors,
  symbolBlanks,
  title,
} from './questions.js';

/** Examples that fit the organ, so that each draft cites what that organ has adopted. */
interface DraftForm {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly organ: string;
  readonly questions: readonly Question[];
  readonly blanks: readonly Blank[];
  readonly body: (sheet: Sheet) => BodyFacts;
  /** `L.` for limited distribution; the Security Council's drafts carry the plain series. */
  readonly series: '' | 'L.';
  readonly preamble: readonly string[];
  readonly operative: readonly string[];
  readonly notes: readonly string[];
}

const TITLE = 'Cooperation of labour inspectorates in action against trafficking in persons';

const PREAMBLE_BLANKS: readonly Blank[] = [
  blank('resolution', 'number', '78/228'),
  blank('resolutionDate', 'day month year', '19 December 2023'),
  blank('otherResolution', 'number', '79/154'),
  blank('otherResolutionDate', 'day month year', '17 December 2024'),
  blank(
    'recognized',
    'what is recognized',
    'that labour inspectors are often the first officials to meet victims of trafficking in persons',
  ),
  blank(
    'concern',
    'what gives concern',
    'that in many countries such inspectors lack training and resources',
  ),
];

const OPERATIVE_BLANKS: readonly Blank[] = [
  blank(
    'report',
    'subject of the report',
    'improving the coordination of efforts against trafficking in persons',
  ),
  blank('reportSymbol', 'symbol of the report', 'A/80/412'),
  blank(
    'call',
    'what States are called upon to do',
    'include labour inspectors in national referral mechanisms',
  ),
  blank(
    'encouragement',
    'what is encouraged',
    'the exchange of experience among inspectorates, including at the regional level',
  ),
  blank('nextSession', 'number of a later session in words', 'eighty-first'),
  blank('includedItem', 'title of the item', 'Crime prevention and criminal justice'),
];

function draft(form: DraftForm): NewDocument {
  return {
    id: form.id,
    title: form.title,
    description: form.description,
    kind: 'resolution',
    questions: form.questions,
    blanks: form.blanks,
    build: (sheet) => [
      ...masthead(sheet, {
        body: form.body(sheet),
        series: form.series,
        distribution: form.series === 'L.' ? 'Limited' : 'General',
        item: form.body(sheet).sessions === 'none' ? 'none' : 'adopted',
      }),
      '**{sponsors}: draft resolution**',
      form.body(sheet).name === 'Security Council' ? '' : '# {title}',
      `*The ${form.organ}*,`,
      ...form.preamble.map((paragraph) => `${paragraph},`),
      ...form.operative.map((paragraph, index) => {
        // The footnote mark follows the punctuation, so that a paragraph that ends with one brings its own.
        const end = index === form.operative.length - 1 ? '.' : ';';
        return `${index + 1}. ${paragraph.includes('@') ? paragraph.replace('@', end) : paragraph + end}`;
      }),
      ...form.notes,
    ],
  };
}

const ASSEMBLY_OPERATIVE = [
  '*Takes note* of the report of the Secretary-General on {report}@[^1]',
  '*Calls upon* Member States to {call}',
  '*Encourages* {encouragement}',
  '*Requests* the Secretary-General to submit to the General Assembly at its {nextSession} session a report on the implementation of the present resolution',
  '*Decides* to include in the provisional agenda of its {nextSession} session the item entitled “{includedItem}”',
];

const ASSEMBLY_PREAMBLE = [
  '*Guided* by the purposes and principles of the Charter of the United Nations',
  '*Recalling* its resolution {resolution} of {resolutionDate}',
  '*Recalling also* its resolution {otherResolution} of {otherResolutionDate}',
  '*Recognizing* {recognized}',
  '*Noting with concern* {concern}',
];

const COMMITTEES = [
  'plenary',
  'First Committee',
  'Second Committee',
  'Third Committee',
  'Fourth Committee',
  'Fifth Committee',
  'Sixth Committee',
];

/** Drafts that an organ is asked to adopt, and amendments to them. */
export const RESOLUTIONS: readonly NewDocument[] = [
  draft({
    id: 'draft-resolution-general-assembly',
    title: 'Draft resolution of the General Assembly',
    description:
      'For the plenary or a Main Committee: masthead with L. symbol, sponsors, preamble, operative part.',
    organ: 'General Assembly',
    questions: [
      {
        name: 'committee',
        label: 'Is it submitted in the plenary or in a Main Committee?',
        type: 'choice',
        hint: 'Third Committee',
        example: 'Third Committee',
        default: 'plenary',
        choices: COMMITTEES,
      },
      session('80'),
      item('107'),
      itemTitle('Crime prevention and criminal justice'),
      date('2025-10-20'),
      sponsors(),
      title(TITLE, 'What is the title of the draft?'),
    ],
    blanks: [...symbolBlanks('A/C.3/80/L.71', '71', ''), ...PREAMBLE_BLANKS, ...OPERATIVE_BLANKS],
    body: (sheet) => {
      const committee = sheet.answer('committee');
      return bodyFromName(
        committee === undefined || committee === 'plenary' ? 'General Assembly' : committee,
      );
    },
    series: 'L.',
    preamble: ASSEMBLY_PREAMBLE,
    operative: ASSEMBLY_OPERATIVE,
    notes: ['[^1]: {reportSymbol}.'],
  }),
  draft({
    id: 'draft-resolution-security-council',
    title: 'Draft resolution of the Security Council',
    description: 'Without title and agenda item; resolutions are cited with the year.',
    organ: 'Security Council',
    questions: [date('2025-10-20'), sponsors('Denmark and Guyana')],
    blanks: [
      ...symbolBlanks('S/2025/912', '912', ''),
      blank('resolution', 'number and year', '2331 (2016)'),
      blank('resolutionDate', 'day month year', '20 December 2016'),
      blank('otherResolution', 'number and year', '2388 (2017)'),
      blank('otherResolutionDate', 'day month year', '21 November 2017'),
      blank(
        'concern',
        'what gives concern',
        'that persons displaced by armed conflict are at risk of trafficking in persons',
      ),
      blank(
        'condemned',
        'what is condemned',
        'all acts of trafficking in persons committed in situations of armed conflict',
      ),
      blank(
        'decision',
        'what is decided',
        'to hold an annual open debate on the protection of displaced persons from trafficking',
      ),
      blank('call', 'what States are called upon to do', 'investigate and prosecute those responsible'),
      blank('interval', 'within which time', '12 months'),
    ],
    body: () => bodyFromName('Security Council'),
    series: '',
    preamble: [
      '*Recalling* its resolutions {resolution} of {resolutionDate} and {otherResolution} of {otherResolutionDate}',
      '*Reaffirming* its primary responsibility under the Charter of the United Nations for the maintenance of international peace and security',
      '*Expressing concern* {concern}',
    ],
    operative: [
      '*Condemns* {condemned}',
      '*Decides* {decision}',
      '*Calls upon* Member States to {call}',
      '*Requests* the Secretary-General to report to the Council on the implementation of the present resolution within {interval}',
      '*Decides* to remain seized of the matter',
    ],
    notes: [],
  }),
  draft({
    id: 'draft-resolution-economic-and-social-council',
    title: 'Draft resolution of the Economic and Social Council',
    description: 'Sessions are named by the year, resolutions cited as 2024/9.',
    organ: 'Economic and Social Council',
    questions: [
      session('2025'),
      dates('25 July 2024–30 July 2025'),
      item('19 (c)'),
      itemTitle('Social and human rights questions: crime prevention and criminal justice'),
      date('2025-06-16'),
      sponsors(),
      title(TITLE, 'What is the title of the draft?'),
    ],
    blanks: [
      ...symbolBlanks('E/2025/L.41', '41', ''),
      ...exampleOf(PREAMBLE_BLANKS, {
        resolution: '2023/27',
        resolutionDate: '25 July 2023',
        otherResolution: '2024/9',
        otherResolutionDate: '23 July 2024',
      }),
      ...OPERATIVE_BLANKS,
      blank('reportSession', 'year of a later session', '2026'),
    ],
    body: () => bodyFromName('Economic and Social Council'),
    series: 'L.',
    preamble: ASSEMBLY_PREAMBLE.slice(1),
    operative: [
      '*Calls upon* Member States to {call}',
      '*Encourages* {encouragement}',
      '*Requests* the Secretary-General to report to the Council at its {reportSession} session on the implementation of the present resolution',
    ],
    notes: [],
  }),
  draft({
    id: 'draft-resolution-human-rights-council',
    title: 'Draft resolution of the Human Rights Council',
    description: 'With the dates of the session and the Council’s forms of follow-up.',
    organ: 'Human Rights Council',
    questions: [
      session('59'),
      dates('16 June–8 July 2025'),
      item('3'),
      itemTitle(
        'Promotion and protection of all human rights, civil, political, economic, social and cultural rights, including the right to development',
      ),
      date('2025-06-30'),
      sponsors(),
      title('Trafficking in persons, especially women and children', 'What is the title of the draft?'),
    ],
    blanks: [
      ...symbolBlanks('A/HRC/59/L.41', '41', ''),
      ...exampleOf(PREAMBLE_BLANKS, {
        resolution: '44/4',
        resolutionDate: '16 July 2020',
        otherResolution: '53/9',
        otherResolutionDate: '12 July 2023',
      }),
      ...OPERATIVE_BLANKS,
    ],
    body: () => bodyFromName('Human Rights Council'),
    series: 'L.',
    preamble: [
      '*Guided* by the purposes and principles of the Charter of the United Nations',
      '*Reaffirming* the Universal Declaration of Human Rights',
      '*Recalling* its resolutions {resolution} of {resolutionDate} and {otherResolution} of {otherResolutionDate}',
      '*Recognizing* {recognized}',
    ],
    operative: [
      '*Calls upon* all States to {call}',
      '*Encourages* {encouragement}',
      '*Decides* to remain seized of the matter',
    ],
    notes: [],
  }),
  draft({
    id: 'draft-resolution-conference-of-the-parties',
    title: 'Draft resolution of a Conference of the Parties',
    description:
      'For the Conference of the Parties to the United Nations Convention against Transnational Organized Crime.',
    organ: 'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    questions: [
      session('12'),
      dates(),
      item(),
      itemTitle(),
      date('2024-10-11'),
      sponsors(),
      title(TITLE, 'What is the title of the draft?'),
    ],
    blanks: [
      ...symbolBlanks('CTOC/COP/2024/L.12', '12', ''),
      ...exampleOf(PREAMBLE_BLANKS, {
        resolution: '10/3',
        resolutionDate: '16 October 2020',
        otherResolution: '11/5',
        otherResolutionDate: '21 October 2022',
      }),
      ...OPERATIVE_BLANKS,
    ],
    body: () =>
      bodyFromName(
        'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
      ),
    series: 'L.',
    preamble: [
      '*Recalling* its resolution {resolution} of {resolutionDate}',
      '*Recalling also* its resolution {otherResolution} of {otherResolutionDate}',
      '*Recognizing* {recognized}',
      '*Noting with concern* {concern}',
    ],
    operative: [
      '*Calls upon* States parties to {call}',
      '*Encourages* {encouragement}',
      '*Requests* the Secretariat to report to the Conference at its next session on the implementation of the present resolution',
      '*Invites* Member States and other donors to provide extrabudgetary resources for those purposes, in accordance with the rules and procedures of the United Nations',
    ],
    notes: [],
  }),
  {
    id: 'draft-resolution-model-un',
    title: 'Draft resolution for a Model United Nations',
    description:
      'With committee, topic, sponsors and signatories, as Model United Nations conferences ask for.',
    kind: 'resolution',
    questions: [
      {
        name: 'committee',
        label: 'Which committee is simulated?',
        type: 'body',
        hint: 'name of the committee',
        example: 'General Assembly',
      },
      {
        name: 'topic',
        label: 'What is the topic?',
        type: 'text',
        hint: 'topic',
        example: 'Action against trafficking in persons',
      },
      {
        name: 'draftNumber',
        label: 'Which number does the draft have?',
        type: 'text',
        hint: 'number of the draft',
        example: '1.1',
      },
      sponsors('Austria, Côte d’Ivoire and Viet Nam'),
      {
        name: 'signatories',
        label: 'Which delegations sign it?',
        type: 'text',
        hint: 'signatories in English alphabetical order',
        example: 'Brazil, Jordan, Nepal and Türkiye',
      },
      title(TITLE, 'What is the title of the draft?'),
    ],
    blanks: [
      blank('resolution', 'number', '78/228'),
      blank('resolutionDate', 'day month year', '19 December 2023'),
      ...PREAMBLE_BLANKS.filter(({ name }) => name === 'recognized' || name === 'concern'),
      ...OPERATIVE_BLANKS.filter(({ name }) => name === 'call' || name === 'encouragement'),
      blank(
        'measureOne',
        'first measure, beginning with “To”',
        'To train inspectors in the identification of victims',
      ),
      blank(
        'measureTwo',
        'second measure, beginning with “To”',
        'To appoint a contact point in each inspectorate',
      ),
    ],
    build: () => [
      '**Draft resolution {draftNumber}**',
      '**Committee:** {committee}',
      '**Topic:** {topic}',
      '**Sponsors:** {sponsors}',
      '**Signatories:** {signatories}',
      '# {title}',
      '*The {committee}*,',
      '*Guided* by the purposes and principles of the Charter of the United Nations,',
      '*Recalling* General Assembly resolution {resolution} of {resolutionDate},',
      '*Recognizing* {recognized},',
      '*Noting with concern* {concern},',
      '1. *Calls upon* Member States to {call};',
      '2. *Invites* Member States:',
      '(a) {measureOne};',
      '(b) {measureTwo};',
      '3. *Encourages* {encouragement};',
      '4. *Decides* to remain seized of the matter.',
    ],
  },
  {
    id: 'draft-decision',
    title: 'Draft decision',
    description: 'A decision in one sentence, without preamble and numbered paragraphs.',
    kind: 'decision',
    questions: [
      body('Economic and Social Council', 'Which organ is to take the decision?'),
      session('2025'),
      dates('25 July 2024–30 July 2025'),
      item('19 (c)'),
      itemTitle('Social and human rights questions: crime prevention and criminal justice'),
      date('2025-06-16'),
      {
        name: 'submitter',
        label: 'Who submits the draft?',
        type: 'text',
        hint: 'who submits it, with article',
        example: 'the President of the Council',
      },
      title('Dates of the expert meeting on labour inspection', 'What is the title of the draft?'),
    ],
    blanks: [
      ...symbolBlanks('E/2025/L.42', '42', ''),
      blank('recalled', 'what is recalled', 'its resolution 2023/27 of 25 July 2023'),
      blank(
        'decision',
        'what is decided, beginning with “to” or “that”',
        'that the expert meeting on labour inspection shall be held in Vienna in September 2025',
      ),
    ],
    build: (sheet) => [
      ...masthead(sheet, { body: sheet.body(), series: 'L.', distribution: 'Limited', item: 'adopted' }),
      '**Draft decision submitted by {submitter}**',
      '# {title}',
      `The ${sheet.body()?.name ?? '{body}'}, recalling {recalled}, decides {decision}.`,
    ],
  },
  {
    id: 'amendment',
    title: 'Amendment to a draft resolution',
    description: 'A text that changes a draft before the vote.',
    kind: 'other',
    questions: [
      body('Third Committee', 'Which body considers the draft?'),
      session('80'),
      dates(),
      item('107'),
      itemTitle('Crime prevention and criminal justice'),
      date('2025-11-10'),
      sponsors('Chile and Kenya'),
      {
        name: 'draftSymbol',
        label: 'Which draft is to be amended? (its symbol)',
        type: 'text',
        hint: 'symbol of the draft',
        example: 'A/C.3/80/L.71',
      },
      title(TITLE, 'What is the title of the draft?'),
    ],
    blanks: [
      ...symbolBlanks('A/C.3/80/L.82', '82', ''),
      blank('paragraph', 'number', '2'),
      blank('words', 'words after which the insertion stands', 'labour inspectors'),
      blank('inserted', 'words to be inserted', 'and workers’ representatives'),
    ],
    build: (sheet) => [
      ...masthead(sheet, { body: sheet.body(), series: 'L.', distribution: 'Limited', item: 'adopted' }),
      '**{sponsors}: amendment to draft resolution {draftSymbol}**',
      '# {title}',
      'In operative paragraph {paragraph}, after “{words}”, insert “{inserted}”.',
    ],
  },
];

function exampleOf(blanks: readonly Blank[], examples: Readonly<Record<string, string>>): Blank[] {
  return blanks.map((one) => ({ ...one, example: examples[one.name] ?? one.example }));
}
