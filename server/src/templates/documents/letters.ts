import type { NewDocument } from '../newDocument.js';
import { masthead } from './headers.js';
import { blank, body, capacity, date, place, session, speaker, state, symbolBlanks } from './questions.js';

/** Correspondence, and the agreement that often ends it. */
export const LETTERS: readonly NewDocument[] = [
  {
    id: 'note-verbale',
    title: 'Note verbale',
    description: 'A note in the third person, unsigned, with the formulas of courtesy.',
    kind: 'letter',
    questions: [
      {
        name: 'sender',
        label: 'Which mission or office sends the note?',
        type: 'text',
        hint: 'Permanent Mission of … to the United Nations',
        example: 'Permanent Mission of Valmora to the United Nations (Vienna)',
      },
      {
        name: 'addressee',
        label: 'To whom is it addressed?',
        type: 'text',
        hint: 'the addressee, with article',
        example: 'the United Nations Office on Drugs and Crime',
      },
      place(),
      date('2024-09-02'),
    ],
    blanks: [
      blank('reference', 'reference number', 'VAL/24/118'),
      blank(
        'purpose',
        'what the note is about, beginning with a verb',
        'refer to the twelfth session of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
      ),
      blank(
        'text',
        'The message, in one or more sentences in the third person.',
        'The Permanent Mission is pleased to inform the Office that Valmora has designated the Ministry of Justice as its central authority.',
      ),
    ],
    build: (sheet) => [
      '**{sender}**',
      'Ref.: {reference}',
      '# Note verbale',
      'The {sender} presents its compliments to {addressee} and has the honour to {purpose}.',
      '{text}',
      'The {sender} avails itself of this opportunity to renew to {addressee} the assurances of its highest consideration.',
      `{place}, ${sheet.date()}`,
    ],
  },
  {
    id: 'letter',
    title: 'Letter circulating a document',
    description: 'A letter to be circulated as a document, with the annex it transmits.',
    kind: 'letter',
    questions: [
      body('Security Council', 'As a document of which body is it to be circulated?'),
      session('79'),
      date('2024-06-03', 'What date does the letter bear?'),
      state(),
      speaker('Ilse Marenholt'),
      capacity('Ambassador and Permanent Representative of Valmora to the United Nations'),
      {
        name: 'addressee',
        label: 'To whom is the letter addressed?',
        type: 'text',
        hint: 'the addressee, with article',
        example: 'the President of the Security Council',
      },
    ],
    blanks: [
      ...symbolBlanks('S/2024/912', '912', ''),
      blank(
        'transmitted',
        'what is transmitted, with article',
        'a concept note for the open debate on the protection of civilian infrastructure, to be held on 18 June 2024',
      ),
      blank(
        'annexTitle',
        'Title of the annex',
        'Concept note for the open debate on the protection of civilian infrastructure',
      ),
      blank(
        'annexText',
        'Text of the annex.',
        'The purpose of the open debate is to hear how States protect hospitals, schools and water supplies.',
      ),
    ],
    build: (sheet) => {
      const organ = sheet.body();
      const letterTitle = `Letter dated ${sheet.date()} from the Permanent Representative of {state} to the United Nations addressed to {addressee}`;
      return [
        ...masthead(sheet, {
          body: organ && { ...organ, dates: false },
          series: '',
          distribution: 'General',
          item: 'none',
        }),
        `# ${letterTitle}`,
        'I have the honour to transmit herewith {transmitted} (see annex).',
        `I should be grateful if the present letter and its annex could be circulated as a document of the ${organ?.name ?? '{body}'}.`,
        '(*Signed*) {speaker}',
        '{capacity}',
        `## Annex to the ${letterTitle.replace('Letter', 'letter')}`,
        '### {annexTitle}',
        '{annexText}',
      ];
    },
  },
  {
    id: 'memorandum-of-understanding',
    title: 'Memorandum of understanding',
    description: 'An arrangement between two organizations or authorities, in articles.',
    kind: 'other',
    questions: [
      {
        name: 'partyOne',
        label: 'Who is the first party?',
        type: 'text',
        hint: 'first party, with article',
        example: 'the United Nations Office on Drugs and Crime',
      },
      {
        name: 'partyTwo',
        label: 'Who is the second party?',
        type: 'text',
        hint: 'second party, with article',
        example: 'the Institute for Cross-Border Archives',
      },
      {
        name: 'subject',
        label: 'What is it about?',
        type: 'text',
        hint: 'subject',
        example: 'the exchange of research on trafficking in persons',
      },
    ],
    blanks: [
      blank(
        'considering',
        'the reason for the memorandum',
        'both parties carry out research on trafficking in persons',
      ),
      blank('areaOne', 'first area of cooperation', 'The exchange of research and statistics'),
      blank('areaTwo', 'second area of cooperation', 'The joint organization of seminars'),
      blank('duration', 'duration', 'three years'),
      blank('notice', 'period of notice', 'three months'),
    ],
    build: () => [
      '# Memorandum of understanding between {partyOne} and {partyTwo} on {subject}',
      'The parties to the present memorandum of understanding, {partyOne} and {partyTwo},',
      '*Considering* that {considering},',
      'Have reached the following understanding:',
      '## Article 1. Purpose',
      'The purpose of the present memorandum of understanding is to provide a framework for cooperation between the parties.',
      '## Article 2. Areas of cooperation',
      'The parties intend to cooperate in the following areas:',
      '(a) {areaOne};',
      '(b) {areaTwo}.',
      '## Article 3. Financial arrangements',
      'Each party bears its own costs, unless the parties agree otherwise in writing.',
      '## Article 4. Confidentiality',
      'A party does not disclose information that it has received in confidence from the other party without the written consent of that party.',
      '## Article 5. Settlement of differences',
      'Any difference concerning the interpretation or application of the present memorandum of understanding is settled by consultation between the parties.',
      '## Article 6. Privileges and immunities',
      'Nothing in the present memorandum of understanding is a waiver, express or implied, of the privileges and immunities of the United Nations.',
      '## Article 7. Entry into effect, amendment and termination',
      '1. The present memorandum of understanding takes effect on the date of the last signature and remains in effect for {duration}.',
      '2. It may be amended by the written consent of both parties.',
      '3. Either party may terminate it by written notice given {notice} in advance.',
      'Signed in two originals in the English language.',
      'For {partyOne}:',
      'For {partyTwo}:',
    ],
  },
];
