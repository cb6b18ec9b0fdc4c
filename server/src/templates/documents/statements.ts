import type { NewDocument } from '../newDocument.js';
import type { Sheet } from '../sheet.js';
import { presidingPattern, shortBody, statementHeader, theBody } from './headers.js';
import {
  AUDIENCE,
  blank,
  body,
  BODY_SHORT,
  capacity,
  date,
  dates,
  item,
  itemTitle,
  place,
  presiding,
  session,
  speaker,
  state,
} from './questions.js';

const OPENING_QUESTIONS = [
  body(undefined, 'Before which body is the statement made?'),
  session(),
  place(),
  dates(),
  item(),
  itemTitle(),
  date(undefined, 'On what date is it made?'),
];

function salutation(sheet: Sheet): string[] {
  return [`${presidingPattern(sheet)},`, 'Excellencies, distinguished {audience}, ladies and gentlemen,'];
}

/** Statements, from the Secretariat's opening to the right of reply. None shows a symbol: they are read aloud. */
export const STATEMENTS: readonly NewDocument[] = [
  {
    id: 'opening-statement',
    title: 'Opening statement',
    description: 'Opens a session or meeting: welcome, what lies ahead, good wishes.',
    kind: 'statement',
    questions: [...OPENING_QUESTIONS.map(openingItem), speaker(), capacity(), presiding()],
    blanks: [
      AUDIENCE,
      BODY_SHORT,
      blank(
        'office',
        'the office or organization you speak for',
        'the United Nations Office on Drugs and Crime',
      ),
      blank(
        'importance',
        'Why the meeting matters, in one or two sentences.',
        'Criminal groups work across borders every day. What is agreed in this hall helps practitioners to do the same.',
      ),
      blank(
        'progress',
        'What has been achieved since the previous session, in one or two sentences.',
        'Since the previous session, States have exchanged more requests for assistance, and have answered them faster.',
      ),
      blank(
        'work',
        'what the meeting will consider',
        'the review of implementation, international cooperation and technical assistance',
      ),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Opening statement', ['{speaker}', '{capacity}']),
      ...salutation(sheet),
      `On behalf of {office}, I welcome you to the ${sheet.sessionText(sheet.body())} of ${theBody(sheet)}.`,
      '{importance}',
      '{progress}',
      'In the coming days, you will consider {work}. The Secretariat stands ready to assist you in every way it can.',
      `I thank you for your attention and wish ${shortBody(sheet)} every success.`,
    ],
  },
  {
    id: 'introductory-statement',
    title: 'Introductory statement',
    description: 'Introduces an agenda item and the document prepared for it.',
    kind: 'statement',
    questions: [...OPENING_QUESTIONS, speaker(), capacity(), presiding()],
    blanks: [
      AUDIENCE,
      BODY_SHORT,
      blank(
        'documentTitle',
        'title of the document',
        'Activities to support the implementation of the Trafficking in Persons Protocol',
      ),
      blank(
        'content',
        'what it describes',
        'the assistance given to States in drafting laws and training practitioners',
      ),
      blank('first', 'the first point', 'the number of requests for assistance has grown in every region'),
      blank(
        'second',
        'the second point',
        'training is most effective where police officers and prosecutors attend it together',
      ),
      blank('third', 'the third point', 'the resources available have not kept pace with the requests'),
      blank(
        'action',
        'what is asked of the meeting',
        'take note of the report and provide guidance on future priorities',
      ),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Introductory statement', ['{speaker}', '{capacity}']),
      ...salutation(sheet),
      `Under agenda item {item}, ${shortBody(sheet)} has before it the report of the Secretariat entitled “{documentTitle}”. The report describes {content}.`,
      'Allow me to draw your attention to three points.',
      'First, {first}.',
      'Second, {second}.',
      'Third, {third}.',
      'You are invited to {action}. The Secretariat will be glad to answer your questions.',
      'I thank you for your attention.',
    ],
  },
  {
    id: 'closing-statement',
    title: 'Closing statement',
    description: 'Closes a session or meeting: what was achieved, what follows, thanks.',
    kind: 'statement',
    questions: [...OPENING_QUESTIONS.map(closingItem), speaker(), capacity(), presiding()],
    blanks: [
      AUDIENCE,
      BODY_SHORT,
      blank(
        'achieved',
        'what the meeting has achieved',
        'adopted five resolutions and completed the first phase of the review',
      ),
      blank(
        'outcome',
        'What that will change, in one or two sentences.',
        'Those decisions will guide the work of practitioners in every region. They also give the Secretariat a clear mandate.',
      ),
      blank(
        'followUp',
        'what the Secretariat will do next',
        'circulate the report of the session in all official languages',
      ),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Closing statement', ['{speaker}', '{capacity}']),
      ...salutation(sheet),
      `We have come to the end of the ${sheet.sessionText(sheet.body())} of ${theBody(sheet)}. In the course of your deliberations, you have {achieved}.`,
      '{outcome}',
      'The Secretariat will {followUp}.',
      `My thanks go to you, ${presidingPattern(sheet)}, and to the members of the Bureau for your able guidance. I also thank all delegations for their constructive spirit, and the interpreters and conference officers for their patience and skill.`,
      'I thank you for your attention and wish you a safe journey home.',
    ],
  },
  {
    id: 'national-statement',
    title: 'National statement',
    description: 'A statement of a delegation on an agenda item.',
    kind: 'statement',
    questions: [
      ...OPENING_QUESTIONS,
      state(),
      speaker('H.E. Ms. Ilse Marenholt'),
      capacity('Permanent Representative of Valmora to the United Nations (Vienna)'),
      presiding(),
      {
        name: 'group',
        label: 'Does the delegation align itself with a statement of a group? Of which?',
        type: 'text',
        hint: 'name of the group',
        example: 'the Group of 77 and China',
        optional: true,
      },
    ],
    blanks: [
      AUDIENCE,
      blank(
        'topic',
        'what the delegation attaches importance to',
        'effective cooperation among judicial authorities',
      ),
      blank(
        'measures',
        'What has been done at the national level, in two or three sentences.',
        'At the national level, Parliament has adopted a law on mutual legal assistance. A central authority has been established and answers requests in six languages.',
      ),
      blank(
        'challenge',
        'What remains difficult, in one or two sentences.',
        'Much remains to be done. Electronic evidence is still requested too late and received too slowly.',
      ),
      blank(
        'proposal',
        'what the delegation proposes or supports',
        'the proposal to hold a meeting of central authorities each year',
      ),
      blank('commitment', 'what the State commits itself to', 'the Convention and to the rule of law'),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Statement by {state}', [
        'Delivered by {speaker}',
        '{capacity}',
        'Check against delivery',
      ]),
      ...salutation(sheet),
      `My delegation congratulates you, ${presidingPattern(sheet)}, on your election and assures you of its full support.`,
      sheet.has('group') ? '{state} aligns itself with the statement made on behalf of {group}.' : '',
      '{state} attaches great importance to {topic}.',
      '{measures}',
      '{challenge}',
      'For those reasons, my delegation supports {proposal}.',
      '{state} reaffirms its commitment to {commitment}.',
      `I thank you, ${presidingPattern(sheet)}.`,
    ],
  },
  {
    id: 'group-statement',
    title: 'Statement on behalf of a group',
    description: 'A statement made on behalf of a group of States.',
    kind: 'statement',
    questions: [
      ...OPENING_QUESTIONS,
      {
        name: 'group',
        label: 'On behalf of which group?',
        type: 'text',
        hint: 'name of the group, with article',
        example: 'the Group of 77 and China',
      },
      speaker('H.E. Mr. Tomas Okeke-Brandt'),
      capacity('Permanent Representative of Valmora to the United Nations (Vienna)'),
      presiding(),
    ],
    blanks: [
      AUDIENCE,
      blank(
        'welcomes',
        'what the group welcomes',
        'the report of the Secretariat and the open discussions that preceded it',
      ),
      blank(
        'first',
        'The first message of the group, in one or two sentences.',
        'First, technical assistance must follow the needs that States themselves have identified.',
      ),
      blank(
        'second',
        'The second message of the group, in one or two sentences.',
        'Second, assistance must be predictable. A law takes years to draft, and practitioners take years to train.',
      ),
      blank(
        'third',
        'The third message of the group, in one or two sentences.',
        'Third, cooperation is a matter of trust. Trust grows where requests are answered.',
      ),
      blank('call', 'what the group calls for', 'adequate resources for technical assistance'),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Statement on behalf of {group}', [
        'Delivered by {speaker}',
        '{capacity}',
        'Check against delivery',
      ]),
      ...salutation(sheet),
      `I have the honour to make this statement on behalf of {group}. The members of the group congratulate you, ${presidingPattern(sheet)}, on your election.`,
      'The group welcomes {welcomes}.',
      '{first}',
      '{second}',
      '{third}',
      'The group calls for {call} and remains committed to working with all delegations.',
      `I thank you, ${presidingPattern(sheet)}.`,
    ],
  },
  {
    id: 'speaking-notes-of-a-chair',
    title: 'Speaking notes of a Chair',
    description: 'What the Chair of a subsidiary body reports to its parent body.',
    kind: 'statement',
    questions: [
      ...OPENING_QUESTIONS,
      {
        name: 'chaired',
        label: 'Which body does the speaker chair?',
        type: 'body',
        hint: 'name of the subsidiary body',
        example: 'Working Group on Trafficking in Persons',
      },
      speaker('Ms. Solange Adeyemi-Roth'),
      state(),
      presiding(),
    ],
    blanks: [
      AUDIENCE,
      BODY_SHORT,
      blank('since', 'since when', 'its eleventh meeting'),
      blank('meetings', 'when and where it met', 'on two occasions, both times in Vienna'),
      blank('topicOne', 'first topic', 'the early identification of victims'),
      blank('topicTwo', 'second topic', 'the cooperation of labour inspectors with prosecutors'),
      blank('topicThree', 'third topic', 'the use of joint investigations'),
      blank(
        'discussion',
        'What the discussions showed, in two or three sentences.',
        'The discussions showed how much depends on the first hours of an investigation. Practitioners described how they had learned to share information at that stage.',
      ),
      blank(
        'outcome',
        'what was adopted',
        '12 recommendations, which are before you in the report of the meeting',
      ),
    ],
    build: (sheet) => {
      const chaired = sheet.body(sheet.answer('chaired'));
      const chairedShort = chaired?.short ?? 'the body';
      return [
        ...statementHeader(sheet, 'Speaking notes', [
          '{speaker} ({state})',
          `Chair of the ${chaired?.name ?? '{chaired}'}`,
        ]),
        ...salutation(sheet),
        `I have the honour to report to ${shortBody(sheet)} on the work of the ${chaired?.name ?? '{chaired}'} since {since}.`,
        `In that period, ${chairedShort} met {meetings}. It considered the following topics: (a) {topicOne}; (b) {topicTwo}; and (c) {topicThree}.`,
        '{discussion}',
        `As a result of its work, ${chairedShort} adopted {outcome}.`,
        'My thanks go to the experts who shared their experience and to the Secretariat for its support.',
        'I thank you for your attention and wish you fruitful deliberations.',
      ];
    },
  },
  {
    id: 'right-of-reply',
    title: 'Right of reply',
    description: 'A short statement in exercise of the right of reply.',
    kind: 'statement',
    questions: [
      ...OPENING_QUESTIONS,
      state(),
      {
        name: 'otherState',
        label: 'To the statement of which State does it reply?',
        type: 'text',
        hint: 'name of the other State',
        example: 'Tarsenia',
      },
      speaker('Mr. Jonas Veldkamp'),
      capacity('Counsellor, Permanent Mission of Valmora to the United Nations (Vienna)'),
      presiding(),
    ],
    blanks: [
      blank('remark', 'what was said', 'my country had not answered requests for assistance'),
      blank(
        'facts',
        'The facts, in two or three sentences.',
        'All requests received in 2023 were answered within 30 days. The replies are on file with both central authorities.',
      ),
      blank(
        'position',
        'what the delegation asks for or offers',
        'remains ready to discuss individual cases through the central authorities',
      ),
    ],
    build: (sheet) => [
      ...statementHeader(sheet, 'Statement in exercise of the right of reply', [
        'Delivered by {speaker}',
        '{capacity}',
      ]),
      `${presidingPattern(sheet)},`,
      'I take the floor in exercise of the right of reply of {state} to the statement made by the representative of {otherState}.',
      'It was said that {remark}. My delegation cannot leave that assertion unanswered.',
      '{facts}',
      'My delegation {position}. It asks that this reply be reflected in the report of the session.',
      `I thank you, ${presidingPattern(sheet)}.`,
    ],
  },
];

/** The item under which sessions are opened; the number is only an example. */
function openingItem(question: (typeof OPENING_QUESTIONS)[number]): (typeof OPENING_QUESTIONS)[number] {
  if (question.name === 'item') return { ...question, example: '1 (a)' };
  return question.name === 'itemTitle' ? { ...question, example: 'Opening of the session' } : question;
}

function closingItem(question: (typeof OPENING_QUESTIONS)[number]): (typeof OPENING_QUESTIONS)[number] {
  if (question.name === 'item') return { ...question, example: '8' };
  if (question.name === 'itemTitle') return { ...question, example: 'Adoption of the report' };
  return question.name === 'date' ? { ...question, example: '2024-10-18' } : question;
}
