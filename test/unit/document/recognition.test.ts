import assert from 'node:assert/strict';
import { Draft } from '../../../server/src/document/draft.js';

/** What a text is taken for: its kind, or that it is none of ours. */
function taken(text: string): string {
  const { structure } = new Draft(text);
  return `${structure.recognition.recognized ? 'ours' : 'not ours'}, ${structure.kind}`;
}

const CASES: readonly { readonly name: string; readonly text: string; readonly is: string }[] = [
  {
    name: 'a statement without a title that greets the presiding officer and names its delegation',
    text: 'Madam President,\n\nMy delegation thanks the panel for its work on harbours.\n\nThe moorings are old.\n',
    is: 'ours, statement',
  },
  {
    name: 'a statement whose paragraphs are numbered, with the salutation behind the first',
    text: '1. I have the honour to deliver this statement on behalf of the Group of Port States.\n\nMr. Chair,\n\n2. The moorings are old.\n',
    is: 'ours, statement',
  },
  {
    name: 'a salutation without “Madam” or “Mr.”',
    text: 'Chair, Excellencies, distinguished delegates,\n\nThe Group welcomes the report to the General Assembly.\n\nChair,\n\nThe moorings are old.\n',
    is: 'ours, statement',
  },
  {
    name: 'a speech to another meeting',
    text: 'Mr. President,\n\nThe shareholders of the port are grateful for the year.\n\nThe moorings are old.\n',
    is: 'not ours, statement',
  },
  {
    name: 'a mail to friends that speaks of the Organization',
    text: 'Dear friends,\n\nThe United Nations has a day for harbours.\n\nSee you there.\n',
    is: 'not ours, statement',
  },
  {
    name: 'the office of a person in an address',
    text: 'Chair, Board of the Port,\n\nThe United Nations has a day for harbours.\n',
    is: 'not ours, other',
  },
  {
    name: 'a diplomatic letter with a salutation and a close',
    text: 'Her Excellency\nMs. Ada Example\n\nYour Excellency,\n\nI have the honour to propose a meeting on harbours.\n\nPlease accept, Excellency, the assurances of my highest consideration.\n\nFaithfully yours,\n\nBo Sample\n',
    is: 'ours, letter',
  },
  {
    name: 'a letter of a private person',
    text: 'Dear Colleagues,\n\nI write to ask for a berth.\n\nYours sincerely,\n\nBo Sample\n',
    is: 'not ours, letter',
  },
  {
    name: 'a position paper for a conference, each line of its head a paragraph',
    text: '# Position paper\n\n**Committee:** Harbours and Lights\n\n**Topic:** Safety of moorings\n\n**Country:** Kenya\n\n## Background\n\nThe moorings are old.\n',
    is: 'ours, other',
  },
  {
    name: 'a working paper for a conference, its head in one paragraph',
    text: 'Forum: Harbours and Lights\nQuestion of: Safety of moorings\nMain submitter: Kenya\n\nThe moorings are old.\n',
    is: 'ours, other',
  },
  {
    name: 'the minutes of a club',
    text: 'Committee: Harbours and Lights\nTopic: Safety of moorings\nDate: 3 May\n\nThe moorings are old.\n',
    is: 'not ours, other',
  },
];

describe('what a text is taken for', () => {
  for (const { name, text, is } of CASES)
    it(`${name}: ${is}`, () => {
      assert.equal(taken(text), is);
    });
});

describe('for whom a letter speaks', () => {
  const forState = (text: string): boolean => new Draft(text).structure.recognition.forState;
  const letter = (first: string): string =>
    `Your Excellency,\n\n${first}\n\nFaithfully yours,\n\nBo Sample\n`;

  it('an embassy speaks for its State, and so does who writes on behalf of its Government', () => {
    assert.ok(
      forState('The Embassy of Valmora presents its compliments to the Secretariat and regrets the delay.\n'),
    );
    assert.ok(forState(letter('On behalf of the Government of Valmora, I propose a meeting on harbours.')));
  });

  it('an office of the Organization speaks for none', () => {
    assert.ok(!forState(letter('On behalf of the Office, I propose a meeting on harbours.')));
  });
});
