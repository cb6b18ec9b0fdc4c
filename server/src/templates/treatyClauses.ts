/**
 * The final clauses of a treaty, as patterns: `{instrument}` is "Convention" or "Protocol", other names are blanks.
 * Each clause is a list of blocks: numbered paragraphs, or one unnumbered paragraph. They follow the usual practice
 * of treaties of which the Secretary-General is the depositary; the text of none is reproduced.
 */

/** A final clause with the blanks it leaves. */
export interface FinalClause {
  readonly id: string;
  /** The heading of the article. */
  readonly heading: string;
  readonly description: string;
  readonly paragraphs: readonly string[];
  readonly blanks: Readonly<Record<string, { readonly hint: string; readonly example: string }>>;
}

export const SETTLEMENT: FinalClause = {
  id: 'settlement-of-disputes',
  heading: 'Settlement of disputes',
  description:
    'Negotiation, arbitration, the International Court of Justice, and the reservation that is allowed.',
  paragraphs: [
    '1. States Parties shall seek to settle any dispute concerning the interpretation or application of this {instrument} by negotiation.',
    '2. A dispute that is not settled by negotiation within {months} months shall, at the request of one of the States Parties concerned, be submitted to arbitration. If those States Parties have not agreed on the organization of the arbitration within {months} months of the request, any of them may refer the dispute to the International Court of Justice, in accordance with the Statute of the Court.',
    '3. A State Party may, when it signs, ratifies, accepts, approves or accedes to this {instrument}, declare that it does not consider itself bound by paragraph 2 of this article. Such a declaration may be withdrawn at any time by notification to the Secretary-General of the United Nations.',
  ],
  blanks: { months: { hint: 'number of months in words', example: 'six' } },
};

export const SIGNATURE: FinalClause = {
  id: 'signature-and-ratification',
  heading: 'Signature, ratification, acceptance, approval and accession',
  description: 'Where and until when it may be signed, how States become bound, and regional organizations.',
  paragraphs: [
    '1. This {instrument} shall be open for signature by all States at {place} from {from} to {to}.',
    '2. This {instrument} shall also be open for signature by regional economic integration organizations, provided that at least one member State of such organization has signed it.',
    '3. This {instrument} is subject to ratification, acceptance or approval. It is open for accession by any State, and by any regional economic integration organization of which at least one member State is a Party to it.',
    '4. Instruments of ratification, acceptance, approval or accession shall be deposited with the Secretary-General of the United Nations. A regional economic integration organization shall declare in its instrument the extent of its competence.',
  ],
  blanks: {
    place: { hint: 'place', example: 'United Nations Headquarters in New York' },
    from: { hint: 'day month year', example: '1 March 2026' },
    to: { hint: 'day month year', example: '28 February 2027' },
  },
};

export const ENTRY_INTO_FORCE: FinalClause = {
  id: 'entry-into-force',
  heading: 'Entry into force',
  description: 'After how many instruments and days, and for States that join later.',
  paragraphs: [
    '1. This {instrument} shall enter into force on the {day} day after the date of deposit of the {count} instrument of ratification, acceptance, approval or accession. An instrument deposited by a regional economic integration organization shall not be counted as additional to those of its member States.',
    '2. For a State or regional economic integration organization that deposits its instrument thereafter, this {instrument} shall enter into force on the {laterDay} day after the date of that deposit.',
  ],
  blanks: {
    day: { hint: 'number in words', example: 'ninetieth' },
    count: { hint: 'number in words', example: 'fortieth' },
    laterDay: { hint: 'number in words', example: 'thirtieth' },
  },
};

export const RESERVATIONS: FinalClause = {
  id: 'reservations',
  heading: 'Reservations',
  description: 'Which reservations may be made and how they are withdrawn.',
  paragraphs: [
    '1. A State Party may, at the time of signature, ratification, acceptance, approval or accession, make a reservation to {articles} of this {instrument}. No other reservation may be made.',
    '2. A State Party that has made a reservation may withdraw it at any time by notification to the Secretary-General of the United Nations.',
  ],
  blanks: { articles: { hint: 'article or articles', example: 'article 6' } },
};

export const AMENDMENT: FinalClause = {
  id: 'amendment',
  heading: 'Amendment',
  description: 'Who proposes an amendment, who decides on it, and when it binds.',
  paragraphs: [
    '1. After {years} years from the entry into force of this {instrument}, a State Party may propose an amendment and transmit it to the Secretary-General of the United Nations, who shall communicate it to all States Parties.',
    '2. The {conference} shall make every effort to achieve consensus on the amendment. If no agreement has been reached, its adoption shall require, as a last resort, a two-thirds majority of the States Parties present and voting.',
    '3. An amendment is subject to ratification, acceptance or approval. It shall enter into force for a State Party {days} days after the deposit of the instrument of that State Party, and shall bind only those States Parties that have consented to it.',
  ],
  blanks: {
    years: { hint: 'number in words', example: 'five' },
    conference: { hint: 'body of the States Parties', example: 'Conference of the States Parties' },
    days: { hint: 'number in words', example: 'ninety' },
  },
};

export const DENUNCIATION: FinalClause = {
  id: 'denunciation',
  heading: 'Denunciation',
  description: 'How a State Party leaves the treaty and when that takes effect.',
  paragraphs: [
    '1. A State Party may denounce this {instrument} by written notification to the Secretary-General of the United Nations. The denunciation shall take effect {period} after the date on which the Secretary-General has received the notification.',
    '2. A regional economic integration organization shall cease to be a Party to this {instrument} when all of its member States have denounced it.',
  ],
  blanks: { period: { hint: 'period in words', example: 'one year' } },
};

export const DEPOSITARY: FinalClause = {
  id: 'depositary-and-languages',
  heading: 'Depositary and languages',
  description: 'The Secretary-General as depositary, and the six authentic languages.',
  paragraphs: [
    '1. The Secretary-General of the United Nations is the depositary of this {instrument}.',
    '2. The original of this {instrument}, of which the Arabic, Chinese, English, French, Russian and Spanish texts are equally authentic, shall be deposited with the Secretary-General of the United Nations.',
  ],
  blanks: {},
};

/** In the order in which they stand at the end of a treaty. */
export const FINAL_CLAUSES: readonly FinalClause[] = [
  SETTLEMENT,
  SIGNATURE,
  ENTRY_INTO_FORCE,
  RESERVATIONS,
  AMENDMENT,
  DENUNCIATION,
  DEPOSITARY,
];

/** The words before the signatures. */
export const TESTIMONIUM =
  'IN WITNESS WHEREOF, the undersigned plenipotentiaries, being duly authorized thereto by their respective Governments, have signed this {instrument}.';
