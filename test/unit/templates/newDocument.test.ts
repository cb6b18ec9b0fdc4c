import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ENGLISH } from '../../../server/src/l10n/language.js';
import {
  bodyFromName,
  describeNewDocumentError,
  fillSnippet,
  findNewDocument,
  NEW_DOCUMENTS,
  newDocument,
  parseSnippet,
  type Answers,
  type FreshDocument,
} from '../../../server/src/templates/index.js';
import {
  agendaItem,
  datesForMasthead,
  dayInWords,
  dayWithWeekday,
  ordinalInWords,
  ordinalNumber,
  readDay,
} from '../../../server/src/templates/wordForms.js';

function fresh(id: string, answers: Answers = {}): FreshDocument {
  const result = newDocument(id, answers);
  if (!result.ok) assert.fail(ENGLISH.say(describeNewDocumentError(result.error)));
  return result.document;
}

function problem(id: string, answers: Answers): string {
  const result = newDocument(id, answers);
  return result.ok ? 'no error' : ENGLISH.say(describeNewDocumentError(result.error));
}

const CONFERENCE =
  'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';

describe('templates: new documents', () => {
  it('cover every kind that people start', () => {
    assert.deepEqual(
      NEW_DOCUMENTS.map(({ id, kind }) => `${id}: ${kind}`),
      [
        'opening-statement: statement',
        'introductory-statement: statement',
        'closing-statement: statement',
        'national-statement: statement',
        'group-statement: statement',
        'speaking-notes-of-a-chair: statement',
        'right-of-reply: statement',
        'report-of-the-secretariat: report',
        'report-of-the-secretary-general: report',
        'note-by-the-secretariat: note',
        'conference-room-paper: note',
        'meeting-summary: record',
        'provisional-agenda: agenda',
        'draft-resolution-general-assembly: resolution',
        'draft-resolution-security-council: resolution',
        'draft-resolution-economic-and-social-council: resolution',
        'draft-resolution-human-rights-council: resolution',
        'draft-resolution-conference-of-the-parties: resolution',
        'draft-resolution-model-un: resolution',
        'draft-decision: decision',
        'amendment: other',
        'note-verbale: letter',
        'letter: letter',
        'memorandum-of-understanding: other',
        'convention: treaty',
        'protocol: treaty',
      ],
    );
  });

  for (const template of NEW_DOCUMENTS) {
    describe(template.id, () => {
      it('asks for nothing twice, and every question has an example', () => {
        const names = [...template.questions, ...template.blanks].map((field) => field.name);
        assert.deepEqual(names, [...new Set(names)]);
        for (const question of template.questions) {
          assert.notEqual(question.label, '', question.name);
          assert.notEqual(question.hint, '', question.name);
          assert.notEqual(question.example, '', question.name);
          if (question.type === 'choice') {
            assert.ok(question.choices?.includes(question.example), `${question.name}: ${question.example}`);
          }
        }
      });

      it('without answers is a snippet of tab stops, numbered as they come, with brackets in plain text', () => {
        const document = fresh(template.id);
        assert.deepEqual(parseSnippet(document.snippet).problems, []);
        assert.deepEqual(
          document.open.map((blank) => blank.number),
          document.open.map((_blank, index) => index + 1),
        );
        for (const blank of document.open) {
          assert.notEqual(blank.example, '', `${blank.name} is not declared, or has no example`);
        }
        assert.match(document.text, /\[[^\]]+\]/);
        assert.doesNotMatch(document.text, /\$|\{|\}|\[\]/);
      });

      it('uses every answer that it asks for', () => {
        const answers = Object.fromEntries(
          template.questions.map((question) => [question.name, question.example]),
        );
        const document = fresh(template.id, answers);
        for (const blank of document.open) {
          assert.ok(!(blank.name in answers), `${blank.name} is open although it was answered`);
        }
        // Some bodies print neither place nor session: an answer has to count for one body at least.
        const anyBody = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== 'body'));
        for (const question of template.questions) {
          const counts = [answers, anyBody].some((given) => {
            const without = Object.fromEntries(
              Object.entries(given).filter(([name]) => name !== question.name),
            );
            return fresh(template.id, without).snippet !== fresh(template.id, given).snippet;
          });
          assert.ok(counts, `${question.name} changes nothing`);
        }
      });

      it('is the same text whether the blanks are answered or filled in', () => {
        const answers = Object.fromEntries(
          template.questions.map((question) => [question.name, question.example]),
        );
        const document = fresh(template.id, answers);
        const later = fillSnippet(
          document.snippet,
          Object.fromEntries(document.open.map((blank) => [blank.number, blank.example])),
        );
        const declared = document.open.filter(({ name }) =>
          template.blanks.some((blank) => blank.name === name),
        );
        const atOnce = fresh(template.id, {
          ...answers,
          ...Object.fromEntries(declared.map((blank) => [blank.name, blank.example])),
        });
        assert.equal(atOnce.text, later);
        assert.deepEqual(atOnce.open, []);
      });
    });
  }

  const mastheads: [name: string, id: string, answers: Answers, expected: string[]][] = [
    [
      'a conference with place and dates',
      'report-of-the-secretariat',
      {
        body: CONFERENCE,
        session: '12',
        dates: '14 - 18 October 2024',
        date: '2024-07-22',
        item: '2(b)',
        itemTitle: 'Trafficking in Persons Protocol',
        title: 'Activities',
        number: '7',
      },
      [
        'United Nations',
        'CTOC/COP/2024/7',
        `**${CONFERENCE}**`,
        'Distr.: General',
        '22 July 2024',
        'Original: English',
        '**Twelfth session**',
        'Vienna, 14–18 October 2024',
        'Item 2 (b) of the provisional agenda*',
        '**Trafficking in Persons Protocol**',
        '# Activities',
        '**Report of the Secretariat**',
        '* CTOC/COP/2024/1.',
      ],
    ],
    [
      'a Main Committee stands below the session of the Assembly',
      'draft-resolution-general-assembly',
      {
        committee: 'Second Committee',
        session: 'Eightieth session',
        number: '5',
        item: '18',
        date: '17 November 2025',
      },
      [
        'United Nations',
        'A/C.2/80/L.5',
        '**General Assembly**',
        'Distr.: Limited',
        '17 November 2025',
        'Original: English',
        '**Eightieth session**',
        '**Second Committee**',
        'Agenda item 18',
      ],
    ],
    [
      'the plenary of the Assembly',
      'draft-resolution-general-assembly',
      { session: '80', number: '31', item: '72 (a)', date: '2025-12-08' },
      [
        'United Nations',
        'A/80/L.31',
        '**General Assembly**',
        'Distr.: Limited',
        '8 December 2025',
        'Original: English',
        '**Eightieth session**',
        'Agenda item 72 (a)',
      ],
    ],
    [
      'a commission stands above its session',
      'note-by-the-secretariat',
      {
        body: 'commission on crime prevention and criminal justice',
        session: '33rd',
        dates: '13–17 May 2024',
        date: '2024-03-04',
        number: '9',
        item: '4',
      },
      [
        'United Nations',
        'E/CN.15/2024/9',
        '**Economic and Social Council**',
        'Distr.: General',
        '4 March 2024',
        'Original: English',
        '**Commission on Crime Prevention and Criminal Justice**',
        '**Thirty-third session**',
        'Vienna, 13–17 May 2024',
        'Item 4 of the provisional agenda*',
      ],
    ],
    [
      'a session that is named by the year',
      'draft-resolution-economic-and-social-council',
      {
        session: '2025',
        dates: '25 July 2024–30 July 2025',
        number: '9',
        item: '19 (c)',
        date: '2025-06-16',
      },
      [
        'United Nations',
        'E/2025/L.9',
        '**Economic and Social Council**',
        'Distr.: Limited',
        '16 June 2025',
        'Original: English',
        '**2025 session**',
        '25 July 2024–30 July 2025',
        'Agenda item 19 (c)',
      ],
    ],
    [
      'a conference room paper has no distribution line',
      'conference-room-paper',
      {
        body: CONFERENCE,
        session: '12',
        dates: '14–18 October 2024',
        date: '2024-10-15',
        number: '3',
        item: '2',
      },
      [
        'United Nations',
        'CTOC/COP/2024/CRP.3',
        `**${CONFERENCE}**`,
        '15 October 2024',
        'English only',
        '**Twelfth session**',
        'Vienna, 14–18 October 2024',
        'Agenda item 2',
      ],
    ],
    [
      'the Security Council names neither session nor item',
      'letter',
      { body: 'Security Council', date: '2024-06-03', number: '912' },
      [
        'United Nations',
        'S/2024/912',
        '**Security Council**',
        'Distr.: General',
        '3 June 2024',
        'Original: English',
      ],
    ],
    [
      'a body that is not in the table',
      'report-of-the-secretariat',
      {
        body: 'the Committee on Shared Archives',
        session: '21',
        place: 'Geneva',
        dates: '3–7 June 2024',
        date: '2024-04-02',
        symbol: 'CSA/2024/3',
        item: '4',
      },
      [
        'United Nations',
        'CSA/2024/3',
        '**Committee on Shared Archives**',
        'Distr.: General',
        '2 April 2024',
        'Original: English',
        '**Twenty-first session**',
        'Geneva, 3–7 June 2024',
        'Item 4 of the provisional agenda*',
      ],
    ],
  ];
  for (const [name, id, answers, expected] of mastheads) {
    it(`prints the masthead of ${name}`, () => {
      assert.deepEqual(fresh(id, answers).text.split('\n\n').slice(0, expected.length), expected);
    });
  }

  const salutations: [body: string, expected: string][] = [
    ['General Assembly', '[Madam President],'],
    ['Third Committee', '[Madam Chair],'],
    ['Working Group on Trafficking in Persons', '[Madam Chair],'],
    [CONFERENCE, '[Madam President],'],
  ];
  for (const [body, expected] of salutations) {
    it(`addresses who presides over the ${body}`, () => {
      const document = fresh('introductory-statement', { body });
      assert.ok(document.text.split('\n\n').includes(expected), document.text);
    });
  }

  it('addresses the presiding officer as answered, the same throughout', () => {
    const { text } = fresh('national-statement', {
      body: CONFERENCE,
      presiding: 'Mr. President',
      state: 'Valmora',
    });
    assert.equal(text.match(/Mr\. President/g)?.length, 3);
    assert.doesNotMatch(text, /Madam/);
  });

  it('writes the date of a statement with its weekday, and a session as meeting where the body holds meetings', () => {
    const blocks = fresh('opening-statement', {
      body: 'Working Group on Trafficking in Persons',
      session: '12',
      dates: '29 and 30 June 2022',
      date: '2022-06-29',
    }).text.split('\n\n');
    assert.deepEqual(blocks.slice(0, 4), [
      'Wednesday, 29 June 2022',
      '**Working Group on Trafficking in Persons**',
      'Twelfth meeting',
      'Vienna, 29 and 30 June 2022',
    ]);
  });

  it('keeps what is special in an answer as text', () => {
    const odd = 'Costs of $5 {title} \\ and } more';
    const document = fresh('report-of-the-secretariat', { title: odd });
    assert.ok(document.text.includes(`# ${odd}\n`), document.text);
    assert.ok(fillSnippet(document.snippet).includes(`# ${odd}\n`));
  });

  it('finds a template by id, in any case, and by kind of document', () => {
    assert.equal(findNewDocument('Draft Decision')?.id, 'draft-decision');
    assert.equal(findNewDocument('note_verbale')?.id, 'note-verbale');
    for (const [kind, id] of Object.entries({
      statement: 'national-statement',
      report: 'report-of-the-secretariat',
      note: 'note-by-the-secretariat',
      resolution: 'draft-resolution-general-assembly',
      decision: 'draft-decision',
      treaty: 'protocol',
      letter: 'letter',
      agenda: 'provisional-agenda',
      record: 'meeting-summary',
    })) {
      assert.equal(findNewDocument(kind)?.id, id);
      assert.equal(findNewDocument(kind)?.kind, kind);
    }
    assert.equal(findNewDocument('toString'), undefined);
  });

  it('reports what it cannot use, and says what it can', () => {
    assert.match(problem('memo', {}), /^There is no template “memo”\. Known templates: opening-statement, /);
    assert.match(
      problem('protocol', { titel: 'on Records' }),
      /^This document asks for nothing named “titel”\. It asks for: title, parent, /,
    );
    assert.match(
      problem('opening-statement', { date: '31 June 2024' }),
      /^“31 June 2024” is no date for “date”/,
    );
    assert.match(
      problem('draft-resolution-general-assembly', { committee: 'Seventh Committee' }),
      /^“Seventh Committee” cannot be chosen for “committee”\. Choose one of: plenary, First Committee, /,
    );
    assert.equal(problem('national-statement', { presiding: 'Madam Moderator', group: ' ' }), 'no error');
  });

  it('takes every answer for what it is, also where it looks like a tab stop', () => {
    const result = newDocument('opening-statement', { body: 'Forum of $12 \\', session: '$3' });
    assert(result.ok);
    assert.deepEqual(parseSnippet(result.document.snippet).problems, []);
    const text = fillSnippet(result.document.snippet);
    assert.ok(text.includes('Forum of $12 \\**'), text);
  });

  it('never throws, whatever is answered', () => {
    const names = [...new Set(NEW_DOCUMENTS.flatMap(({ questions }) => questions.map(({ name }) => name)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...NEW_DOCUMENTS.map(({ id }) => id)),
        fc.dictionary(fc.constantFrom(...names), fc.string()),
        (id, answers) => {
          const result = newDocument(id, answers);
          if (result.ok) assert.deepEqual(parseSnippet(result.document.snippet).problems, []);
          else assert.notEqual(describeNewDocumentError(result.error), '');
        },
      ),
    );
  });
});

describe('templates: forms of words', () => {
  const ordinals: [number, string][] = [
    [1, 'first'],
    [12, 'twelfth'],
    [20, 'twentieth'],
    [40, 'fortieth'],
    [75, 'seventy-fifth'],
    [99, 'ninety-ninth'],
    [100, '100th'],
    [111, '111th'],
    [122, '122nd'],
  ];
  for (const [number, words] of ordinals) {
    it(`${number} is ${words}`, () => {
      assert.equal(ordinalInWords(number), words);
      assert.equal(ordinalNumber(words), number);
      assert.equal(ordinalNumber(`${words.charAt(0).toUpperCase()}${words.slice(1)} session`), number);
      assert.equal(ordinalNumber(String(number)), number);
    });
  }

  it('knows no ordinal of what is no number of a session', () => {
    for (const odd of ['', 'resumed', '0', '12.5', 'eleven', '123456'])
      assert.equal(ordinalNumber(odd), null, odd);
  });

  const days: [text: string, expected: string | null][] = [
    ['2020-10-13', 'Tuesday, 13 October 2020'],
    ['15 April 2015', 'Wednesday, 15 April 2015'],
    ['Friday, 15 April 2015', 'Wednesday, 15 April 2015'],
    ['29 February 2024', 'Thursday, 29 February 2024'],
    ['1945-06-26', 'Tuesday, 26 June 1945'],
    ['2000-01-01', 'Saturday, 1 January 2000'],
    ['29 February 2023', null],
    ['29 February 1900', null],
    ['31 November 2020', null],
    ['2024-13-01', null],
    ['13/10/2020', null],
    ['October 13, 2020', null],
  ];
  for (const [text, expected] of days) {
    it(`reads ${text}`, () => {
      const day = readDay(text);
      assert.equal(day && dayWithWeekday(day), expected);
    });
  }

  it('agrees with the calendar on every weekday', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1945-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const day = readDay(iso);
          assert.ok(day);
          const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(date);
          assert.equal(dayWithWeekday(day), `${weekday}, ${dayInWords(day)}`);
        },
      ),
    );
  });

  it('prints items and ranges as mastheads do', () => {
    assert.equal(agendaItem('2(b)'), '2 (b)');
    assert.equal(datesForMasthead('12 – 19 April 2015'), '12–19 April 2015');
    assert.equal(datesForMasthead('28 June-8 July 2004'), '28 June–8 July 2004');
    assert.equal(datesForMasthead('29 and 30 June 2022'), '29 and 30 June 2022');
  });

  const bodies: [name: string, office: string, noun: string, short: string][] = [
    ['Conference on Shared Archives', 'President', 'session', 'the Conference'],
    ['Board of Shared Archives', 'Chair', 'session', 'the Board'],
    ['Expert Group on Archives', 'Chair', 'meeting', 'the Group'],
    ['Open-ended Working Group on Archives', 'Chair', 'meeting', 'the Working Group'],
    ['Bureau', 'Chair', 'session', 'the Bureau'],
  ];
  for (const [name, office, noun, short] of bodies) {
    it(`guesses who presides over the ${name}`, () => {
      const facts = bodyFromName(name);
      assert.deepEqual([facts.office, facts.noun, facts.short], [office, noun, short]);
    });
  }
});
