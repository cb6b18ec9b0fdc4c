import assert from 'node:assert/strict';
import type { DocumentKind } from '../../../server/src/document/kinds.js';
import { messageOf } from '../../../server/src/rules/wording.js';
import { OpenDraft } from '../../../server/src/workspace/openDraft.js';

/** Front of a report of the Secretariat on the conference of a convention. */
const REPORT =
  'CTOC/COP/2022/9\n\nDistr.: General\n15 July 2022\n\nOriginal: English\n\n**Conference of the Parties to the United Nations\nConvention against Transnational Organized Crime**\n\nEleventh session\n\nVienna, 17–21 October 2022\n\nItem 2 (b) of the provisional agenda*\n\n**Report of the Secretariat**\n\n';
const NOTE = '\n\n\\* CTOC/COP/2022/1.\n';

/** Texts that are right though they look wrong, one for each danger: nothing above a hint may be found in them. */
const TRAPS: readonly (readonly [says: string, kind: DocumentKind, text: string])[] = [
  [
    'headings with the numbers of paragraphs',
    'report',
    `${REPORT}I. Introduction\n\n1. The present report tells of the work done.\n\nA. Work of the Secretariat\n\n1. Support for the bodies of the Conference\n\n2. Two meetings were held in Vienna.\n\n3. A third was put off.\n\n2. Support for Member States\n\n4. Courses were given in four cities.\n\n3. Promoting cooperation\n\n5. A network was set up.${NOTE}`,
  ],
  [
    'the note of the masthead between two paragraphs',
    'report',
    `${REPORT}I. Introduction\n\n1. The present report tells of the work done.\n\n2. It was written in May.\n\n\\* CTOC/COP/2022/1.\n\n3. It was read in June.\n\n4. It was adopted in July.\n`,
  ],
  [
    'paragraphs of other texts',
    'report',
    '1. The Declaration, in its paragraph 81, calls for action.\n\n2. Article 17, paragraph 2, of the Protocol says when it enters into force.\n',
  ],
  [
    'a resolution with a small number is that of the Conference',
    'report',
    `${REPORT}I. Introduction\n\n1. The present report is submitted in accordance with resolution 10/3, in which the Conference asked for it.\n\n2. It has two parts.${NOTE}`,
  ],
  [
    'a year behind a number of the Security Council',
    'report',
    '1. The Security Council, in its resolution 2546 (2020), asked States to inspect vessels.\n\n2. The General Assembly, in its resolution 64/293, adopted the Plan.\n',
  ],
  [
    'sessions that do not belong to the resolution beside them',
    'report',
    '1. At its seventy-fifth session, the General Assembly adopted resolution 75/158, on trafficking in women and girls.\n\n2. At the same session, it adopted resolution 75/195. The work done since the tenth session of the Conference follows resolution 75/158.\n',
  ],
  [
    'a subset in a partition',
    'report',
    '1. Seventy-two victims were helped: 50 had been subjected to labour exploitation and 22, including 6 children, to sexual exploitation.\n\n2. The team freed 72 victims (50 men and 22 women, including 6 girls).\n',
  ],
  [
    'parentheses that define nothing',
    'report',
    '1. Crimes of Islamic State in Iraq and the Levant (ISIL (Da’esh)) were studied, and the effects of the disease (COVID-19).\n\n2. The Rapporteur wrote on supply chains (2021), on debts (2022) and on slavery, including its causes (2020).\n',
  ],
  [
    'hyphens that wait for their word',
    'statement',
    'Madam Chair,\n\nWe need information- and evidence-sharing that is age- and gender-sensitive.\n\nI thank you.\n',
  ],
  [
    'a comma before “and” that is needed',
    'report',
    '1. The courses reached police officers, judges and magistrates, and staff of the ministries.\n\n2. The plan rests on holding traffickers accountable, discouraging demand, and systematizing the gathering of data and its use.\n',
  ],
  [
    'parties with a capital where it is a name',
    'report',
    '1. The Conference of the States Parties to the United Nations Convention against Corruption met in Vienna.\n',
  ],
  [
    'parties with a capital in the text of a treaty',
    'treaty',
    '# Protocol on the Rivers of the North\n\nThe States Parties to this Protocol,\n\nHave agreed as follows:\n\n## Article 1\n\n1. States Parties shall cooperate.\n\n2. Each State Party shall report.\n\n## Article 2\n\nThis Protocol shall enter into force at once.\n',
  ],
  [
    'the spelling of other organizations',
    'report',
    '1. The Organisation for Economic Co-operation and Development and the Organisation of Islamic Cooperation took part, with the Amaru Association for the Defense of Women.\n',
  ],
  [
    'a title that speaks of trafficking of persons',
    'report',
    '1. The “Protocol for the Care of Victims of Trafficking of Persons” of the country was revised.\n',
  ],
  [
    'days and their ranges',
    'report',
    '1. The meetings were held on 30 April and 1 May 2021 and on 3 and 4 March 2022.\n\n2. A course was given between 10 and 30 June 2021.\n',
  ],
  [
    'a plan is no contradiction',
    'statement',
    'Wednesday, 14 October 2020\n\nMadam Chair,\n\nThe portal will be published in March 2021.\n\nI thank you.\n',
  ],
  [
    'names that have other words for a term',
    'report',
    '1. The Human Trafficking Knowledge Portal is kept by the Human Trafficking and Migrant Smuggling Section, in the fight against trafficking in persons.\n',
  ],
  [
    'an acronym as an attribute',
    'report',
    '1. The United Nations Office on Drugs and Crime (UNODC) has offices; UNODC efforts go on, and the UNODC Regional Office moved.\n',
  ],
  [
    'a dash in a name',
    'report',
    '1. The project “Global Work against Trafficking – Bangladesh” ended, and so did Regional Case Digest – Southern Africa.\n',
  ],
  [
    'numbers that are no counts',
    'report',
    '1. Under agenda item 1 (b), objective 10 and Workshop 2 were discussed, with item 3 of the list.\n',
  ],
  [
    'marks of Markdown',
    'report',
    '1. See **the plan** and [the "page"](https://example.org/a_b?c="d"), `x - y == "z"`, 12 m<sup>2</sup> and \\* and \\_.\n',
  ],
  ['a designation in quotation marks', 'report', '1. The area of “Somaliland” was not visited.\n'],
  ['a verb that looks like a noun', 'report', '1. The report states that the courts work; it states how.\n'],
  ['cities', 'report', '1. The congress met in Kyoto, Japan, and the group in Vienna.\n'],
  [
    'a state of things in the month of the document',
    'report',
    `${REPORT}I. Introduction\n\n1. As at July 2022, 150 States were parties to the Protocol.\n\n2. Two more have signed.${NOTE}`,
  ],
  [
    'the long title of a treaty in a sentence',
    'statement',
    'Madam Chair,\n\nWe welcome the States that have joined the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime, and those that are about to do so.\n\nI thank you.\n',
  ],
];

describe('Traps of drafting rules', () => {
  for (const [says, kind, text] of TRAPS)
    it(says, () => {
      const open = new OpenDraft(text, { kind, today: '2026-01-15' });
      const found = open
        .findings()
        .filter(
          ({ severity }) => severity === 'error' || severity === 'warning' || severity === 'information',
        )
        .map((finding) => `${finding.rule.code}: ${messageOf(finding)}`);
      assert.deepEqual(found, []);
    });
});
