/**
 * What the header of a new document needs to know of a body: who presides, whether it holds sessions or meetings,
 * how its sessions are named, and what the masthead shows. Names and symbol series: `data/series.tsv` and
 * `data/sessions.tsv`; presiding offices: the rule on the office of the presiding officer (STMT-004); mastheads: as
 * published documents of these bodies show them. A body that is not in the table is written with what the user says.
 */
export interface BodyFacts {
  /** The name as it stands in the masthead, without article. */
  readonly name: string;
  /** What it is called after first mention, with article: "the Conference". */
  readonly short: string;
  readonly office: 'President' | 'Chair';
  readonly noun: 'session' | 'meeting';
  /** `ordinal`: "Twelfth session"; `year`: "2025 session"; `none`: the masthead names no session. */
  readonly sessions: 'ordinal' | 'year' | 'none';
  /** The principal organ or conference in whose name it issues documents; equal to `name` where it is that itself. */
  readonly organ: string;
  /** Whether the body's name stands above its session (commissions) or below that of the organ (Main Committees). */
  readonly order: 'organ-session' | 'body-session' | 'session-body';
  /** The series of its documents: `{session}` and `{year}` stand for the number of the session and the year. */
  readonly series: string | null;
  /** The symbol of its provisional agenda, where the series has a fixed number for it. */
  readonly agenda: string | null;
  /** Where it meets, where the masthead says so. */
  readonly place: string | null;
  /** Whether a line with place or dates belongs in the masthead. */
  readonly dates: boolean;
}

const GENERAL_ASSEMBLY = 'General Assembly';
const COUNCIL = 'Economic and Social Council';
const CONFERENCE =
  'Conference of the Parties to the United Nations Convention against Transnational Organized Crime';

function mainCommittee(ordinal: string, number: number): BodyFacts {
  return {
    name: `${ordinal} Committee`,
    short: 'the Committee',
    office: 'Chair',
    noun: 'session',
    sessions: 'ordinal',
    organ: GENERAL_ASSEMBLY,
    order: 'session-body',
    series: `A/C.${number}/{session}`,
    agenda: null,
    place: null,
    dates: false,
  };
}

function commission(name: string, number: number, place: string): BodyFacts {
  return {
    name,
    short: 'the Commission',
    office: 'Chair',
    noun: 'session',
    sessions: 'ordinal',
    organ: COUNCIL,
    order: 'body-session',
    series: `E/CN.${number}/{year}`,
    agenda: null,
    place,
    dates: true,
  };
}

function workingGroup(name: string, series: string | null): BodyFacts {
  return {
    name,
    short: 'the Working Group',
    office: 'Chair',
    noun: 'meeting',
    sessions: 'ordinal',
    organ: CONFERENCE,
    order: 'body-session',
    series,
    agenda: null,
    place: 'Vienna',
    dates: true,
  };
}

/** The bodies that a new document can be written for without further questions, best known first. */
export const BODIES: readonly BodyFacts[] = [
  {
    name: GENERAL_ASSEMBLY,
    short: 'the Assembly',
    office: 'President',
    noun: 'session',
    sessions: 'ordinal',
    organ: GENERAL_ASSEMBLY,
    order: 'organ-session',
    series: 'A/{session}',
    agenda: 'A/{session}/150',
    place: null,
    dates: false,
  },
  {
    name: 'Security Council',
    short: 'the Council',
    office: 'President',
    noun: 'meeting',
    sessions: 'none',
    organ: 'Security Council',
    order: 'organ-session',
    series: 'S/{year}',
    agenda: null,
    place: null,
    dates: false,
  },
  {
    name: COUNCIL,
    short: 'the Council',
    office: 'President',
    noun: 'session',
    sessions: 'year',
    organ: COUNCIL,
    order: 'organ-session',
    series: 'E/{year}',
    agenda: null,
    place: null,
    dates: true,
  },
  {
    name: 'Human Rights Council',
    short: 'the Council',
    office: 'President',
    noun: 'session',
    sessions: 'ordinal',
    organ: GENERAL_ASSEMBLY,
    order: 'body-session',
    series: 'A/HRC/{session}',
    agenda: null,
    place: null,
    dates: true,
  },
  {
    name: CONFERENCE,
    short: 'the Conference',
    office: 'President',
    noun: 'session',
    sessions: 'ordinal',
    organ: CONFERENCE,
    order: 'organ-session',
    series: 'CTOC/COP/{year}',
    agenda: 'CTOC/COP/{year}/1',
    place: 'Vienna',
    dates: true,
  },
  {
    name: 'Conference of the States Parties to the United Nations Convention against Corruption',
    short: 'the Conference',
    office: 'President',
    noun: 'session',
    sessions: 'ordinal',
    organ: 'Conference of the States Parties to the United Nations Convention against Corruption',
    order: 'organ-session',
    series: 'CAC/COSP/{year}',
    agenda: null,
    place: null,
    dates: true,
  },
  workingGroup('Working Group on Trafficking in Persons', 'CTOC/COP/WG.4/{year}'),
  workingGroup('Working Group on the Smuggling of Migrants', null),
  workingGroup('Working Group on Firearms', null),
  workingGroup('Working Group on International Cooperation', null),
  workingGroup('Working Group of Government Experts on Technical Assistance', null),
  commission('Commission on Crime Prevention and Criminal Justice', 15, 'Vienna'),
  commission('Commission on Narcotic Drugs', 7, 'Vienna'),
  commission('Commission on the Status of Women', 6, 'New York'),
  commission('Commission for Social Development', 5, 'New York'),
  commission('Commission on Population and Development', 9, 'New York'),
  mainCommittee('First', 1),
  mainCommittee('Second', 2),
  mainCommittee('Third', 3),
  mainCommittee('Fourth', 4),
  mainCommittee('Fifth', 5),
  mainCommittee('Sixth', 6),
  {
    name: 'United Nations Congress on Crime Prevention and Criminal Justice',
    short: 'the Congress',
    office: 'President',
    noun: 'session',
    sessions: 'none',
    organ: 'United Nations Congress on Crime Prevention and Criminal Justice',
    order: 'organ-session',
    series: null,
    agenda: null,
    place: null,
    dates: true,
  },
];

const BY_NAME = new Map(BODIES.map((body) => [fold(body.name), body]));

/** The facts of a body by its name, in any case and with or without "the"; null for a body that is not in the table. */
export function bodyNamed(name: string): BodyFacts | null {
  return BY_NAME.get(fold(name)) ?? null;
}

/**
 * What can be said of a body that is not in the table, from its name alone: conferences, assemblies, congresses and
 * councils are presided over by a President, all others by a Chair; working groups and expert groups hold meetings.
 */
export function bodyFromName(name: string): BodyFacts {
  const known = bodyNamed(name);
  if (known) return known;
  const words = fold(name);
  const head = /\b(conference|assembly|congress|council|board|commission|committee|forum|group)\b/.exec(
    words,
  )?.[1];
  const presided = head === 'conference' || head === 'assembly' || head === 'congress' || head === 'council';
  const trimmed = name.trim().replace(/^the /i, '');
  return {
    name: trimmed,
    short: head
      ? `the ${words.includes('working group') ? 'Working Group' : head.charAt(0).toUpperCase() + head.slice(1)}`
      : `the ${trimmed}`,
    office: presided ? 'President' : 'Chair',
    noun: head === 'group' ? 'meeting' : 'session',
    sessions: 'ordinal',
    organ: trimmed,
    order: 'organ-session',
    series: null,
    agenda: null,
    place: null,
    dates: true,
  };
}

function fold(name: string): string {
  return name.trim().toLowerCase().replace(/^the /, '');
}
