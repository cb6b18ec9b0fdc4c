import type { ReadDesignator } from './designator.js';

/**
 * A body that adopts resolutions or decisions. The stems are those of its documents' symbols; the normalized form of a
 * resolution is built on them. A body without a stem belongs to another organization: what it adopts is none of ours.
 */
export interface AdoptingBody {
  readonly name: string;
  readonly stem: string;
  /** The noun that stands for it once it is named: "the Council". */
  readonly noun: BodyNoun;
  readonly aliases: readonly string[];
  /** Whether the number may be one of this body's. */
  readonly fits: (read: ReadDesignator, decision: boolean) => boolean;
}

/** What a text calls a body once it is known. */
export type BodyNoun =
  'Assembly' | 'Council' | 'Commission' | 'Conference' | 'Committee' | 'Board' | 'Forum' | '';

export const BODY_NOUNS: readonly BodyNoun[] = [
  'Assembly',
  'Council',
  'Commission',
  'Conference',
  'Committee',
  'Board',
  'Forum',
];

const session = (read: ReadDesignator): number => Number(read.session);
const number = (read: ReadDesignator): number => Number(read.number);

/** Sessions of the Assembly are numbered with a slash since the thirty-first. */
const assembly = (read: ReadDesignator): boolean =>
  (read.form === 'slash' && session(read) >= 31 && session(read) <= 199) ||
  read.form === 'roman' ||
  read.form === 'special';
/** No session of the Council has adopted sixty resolutions; its decisions are numbered from 101. */
const humanRights = (read: ReadDesignator, decision: boolean): boolean =>
  (read.form === 'slash' &&
    session(read) <= 99 &&
    (number(read) <= 60 || (decision && number(read) < 200))) ||
  (read.form === 'special' && read.session.startsWith('S-'));
const council = (read: ReadDesignator): boolean => read.form === 'year' || read.form === 'bare';
const economic = (read: ReadDesignator): boolean => read.form === 'year-slash' || read.form === 'roman';
/** A session of a commission adopts few resolutions; its decisions are numbered from 101. */
const commission = (read: ReadDesignator, decision: boolean): boolean =>
  read.form === 'year-slash' ||
  (read.form === 'slash' &&
    session(read) <= 99 &&
    (number(read) <= 60 || (decision && number(read) < 200))) ||
  read.form === 'roman';
const conference = (read: ReadDesignator): boolean => read.form === 'slash' && session(read) <= 40;
/** The number itself names the conference. */
const climate = (read: ReadDesignator): boolean => read.form === 'conference';
const biodiversity = (read: ReadDesignator): boolean =>
  read.form === 'roman-slash' || (read.form === 'slash' && session(read) <= 40);
const governing = (read: ReadDesignator): boolean =>
  read.form === 'roman-slash' || (read.form === 'slash' && session(read) <= 40) || read.form === 'roman';
const board = (read: ReadDesignator): boolean =>
  read.form === 'year-slash' || (read.form === 'slash' && session(read) <= 99);
const regional = (read: ReadDesignator): boolean =>
  read.form === 'letter' ||
  (read.form === 'slash' && session(read) <= 99) ||
  read.form === 'roman' ||
  read.form === 'year-slash';
const trusteeship = (read: ReadDesignator): boolean => read.form === 'roman';
const none = (): boolean => false;

function body(
  name: string,
  stem: string,
  noun: BodyNoun,
  fits: AdoptingBody['fits'],
  ...aliases: string[]
): AdoptingBody {
  return { name, stem, noun, fits, aliases };
}

export const GENERAL_ASSEMBLY = body(
  'General Assembly',
  'A',
  'Assembly',
  assembly,
  'UNGA',
  'GA',
  'United Nations General Assembly',
  'UN General Assembly',
);
export const SECURITY_COUNCIL = body(
  'Security Council',
  'S',
  'Council',
  council,
  'UNSC',
  'SC',
  'United Nations Security Council',
  'UN Security Council',
);
export const ECONOMIC_AND_SOCIAL_COUNCIL = body(
  'Economic and Social Council',
  'E',
  'Council',
  economic,
  'ECOSOC',
  'United Nations Economic and Social Council',
);
export const HUMAN_RIGHTS_COUNCIL = body(
  'Human Rights Council',
  'A/HRC',
  'Council',
  humanRights,
  'HRC',
  'UNHRC',
  'United Nations Human Rights Council',
  'UN Human Rights Council',
);
export const DESERTIFICATION_CONFERENCE = body(
  'Conference of the Parties to the United Nations Convention to Combat Desertification',
  'ICCD/COP',
  'Conference',
  climate,
  'Conference of the Parties to the Convention to Combat Desertification',
);
export const BIODIVERSITY_CONFERENCE = body(
  'Conference of the Parties to the Convention on Biological Diversity',
  'CBD/COP',
  'Conference',
  biodiversity,
  'Conference of the Parties to the United Nations Convention on Biological Diversity',
);
export const CLIMATE_CONFERENCE = body(
  'Conference of the Parties to the United Nations Framework Convention on Climate Change',
  'FCCC/CP',
  'Conference',
  climate,
  'Conference of the Parties to the Framework Convention on Climate Change',
  'Conference of the Parties to the Convention on Climate Change',
);
export const KYOTO_CONFERENCE = body(
  'Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol',
  'FCCC/KP/CMP',
  'Conference',
  climate,
  'CMP',
);
export const PARIS_CONFERENCE = body(
  'Conference of the Parties serving as the meeting of the Parties to the Paris Agreement',
  'FCCC/PA/CMA',
  'Conference',
  climate,
  'CMA',
);
export const ECONOMIC_COMMISSION_FOR_EUROPE = body(
  'Economic Commission for Europe',
  'E/ECE',
  'Commission',
  regional,
  'ECE',
  'UNECE',
  'United Nations Economic Commission for Europe',
);
export const EXECUTIVE_BOARD = body(
  'Executive Board of the United Nations Development Programme, the United Nations Population Fund and the United Nations Office for Project Services',
  'DP',
  'Board',
  board,
  'Executive Board of the United Nations Development Programme and the United Nations Population Fund',
  'Executive Board of the United Nations Development Programme and of the United Nations Population Fund',
  'Executive Board of the United Nations Development Programme',
  'Executive Board of UNDP, UNFPA and UNOPS',
  'Executive Board of UNDP/UNFPA',
  'UNDP Executive Board',
  'UNDP/UNFPA/UNOPS Executive Board',
  'Executive Board',
);
export const ENVIRONMENT_ASSEMBLY = body(
  'United Nations Environment Assembly',
  'UNEP/EA',
  'Assembly',
  (read) => read.form === 'slash' && session(read) <= 15,
  'United Nations Environment Assembly of the United Nations Environment Programme',
  'UN Environment Assembly',
  'Environment Assembly',
  'UNEA',
);

/** The bodies whose resolutions and decisions the grammar can normalize, and a few it must not take for them. */
export const ADOPTING_BODIES: readonly AdoptingBody[] = [
  GENERAL_ASSEMBLY,
  SECURITY_COUNCIL,
  ECONOMIC_AND_SOCIAL_COUNCIL,
  HUMAN_RIGHTS_COUNCIL,
  body('Trusteeship Council', 'T', 'Council', trusteeship),
  body('Commission on Human Rights', 'E/CN.4', 'Commission', commission),
  body(
    'Sub-Commission on the Promotion and Protection of Human Rights',
    'E/CN.4/SUB.2',
    '',
    commission,
    'Sub-Commission on Prevention of Discrimination and Protection of Minorities',
    'Sub-Commission',
  ),
  body('Statistical Commission', 'E/CN.3', 'Commission', commission, 'United Nations Statistical Commission'),
  body('Commission for Social Development', 'E/CN.5', 'Commission', commission),
  body('Commission on the Status of Women', 'E/CN.6', 'Commission', commission, 'CSW'),
  body('Commission on Narcotic Drugs', 'E/CN.7', 'Commission', commission, 'CND'),
  body(
    'Commission on Population and Development',
    'E/CN.9',
    'Commission',
    commission,
    'Population Commission',
  ),
  body('Commission on Crime Prevention and Criminal Justice', 'E/CN.15', 'Commission', commission, 'CCPCJ'),
  body('Commission on Science and Technology for Development', 'E/CN.16', 'Commission', commission),
  body('Commission on Sustainable Development', 'E/CN.17', 'Commission', commission),
  body('United Nations Forum on Forests', 'E/CN.18', 'Forum', commission),
  body(
    'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    'CTOC/COP',
    'Conference',
    conference,
    'Conference of the Parties to the Convention against Transnational Organized Crime',
    'Conference of the Parties to the Organized Crime Convention',
    'Conference of the Parties to UNTOC',
    'UNTOC COP',
    'UNTOC Conference of the Parties',
  ),
  body(
    'Conference of the States Parties to the United Nations Convention against Corruption',
    'CAC/COSP',
    'Conference',
    conference,
    'Conference of the States Parties to the Convention against Corruption',
    'Conference of the States Parties to UNCAC',
    'Conference of States Parties to the United Nations Convention against Corruption',
    'CoSP',
    'UNCAC COSP',
  ),
  CLIMATE_CONFERENCE,
  KYOTO_CONFERENCE,
  PARIS_CONFERENCE,
  BIODIVERSITY_CONFERENCE,
  DESERTIFICATION_CONFERENCE,
  ENVIRONMENT_ASSEMBLY,
  body(
    'Governing Council of the United Nations Environment Programme',
    'UNEP/GC',
    'Council',
    governing,
    'UNEP Governing Council',
    'Governing Council/Global Ministerial Environment Forum',
    'Governing Council',
  ),
  EXECUTIVE_BOARD,
  body(
    'Executive Board of the United Nations Children’s Fund',
    'E/ICEF',
    'Board',
    board,
    'UNICEF Executive Board',
    'Executive Board of UNICEF',
  ),
  body('Trade and Development Board', 'TD/B', 'Board', board),
  ECONOMIC_COMMISSION_FOR_EUROPE,
  body('Economic and Social Commission for Asia and the Pacific', 'E/ESCAP', 'Commission', regional, 'ESCAP'),
  body('Economic and Social Commission for Western Asia', 'E/ESCWA', 'Commission', regional, 'ESCWA'),
  body('Economic Commission for Africa', 'E/ECA', 'Commission', regional, 'ECA'),
  body('Economic Commission for Latin America and the Caribbean', 'LC', 'Commission', regional, 'ECLAC'),
  body('World Health Assembly', '', 'Assembly', none, 'WHA'),
  body('Parliamentary Assembly', '', 'Assembly', none),
  body('National Assembly', '', 'Assembly', none),
  body('Peace and Security Council', '', 'Council', none, 'African Union Peace and Security Council'),
  body('Council of Europe', '', '', none),
  body('Council of the European Union', '', 'Council', none),
  body('European Union', '', '', none),
  body('European Parliament', '', '', none),
  body('European Commission', '', 'Commission', none),
  body('African Union', '', '', none),
  body('League of Arab States', '', '', none, 'Arab League'),
  body('Council of the League of Arab States', '', 'Council', none),
  body('Organization of Islamic Cooperation', '', '', none),
  body('Organization of American States', '', '', none),
  body('International Maritime Organization', '', '', none, 'IMO'),
  body('International Civil Aviation Organization', '', '', none, 'ICAO'),
  body('Inter-Parliamentary Union', '', '', none),
  body('Food and Agriculture Organization of the United Nations', '', '', none, 'FAO'),
  body('International Labour Conference', '', 'Conference', none),
];

/** Words in a treaty's name by which the conference of its parties is known. */
const CONFERENCES_OF: readonly (readonly [words: RegExp, stem: string])[] = [
  [/Organized Crime/i, 'CTOC/COP'],
  [/Corruption/i, 'CAC/COSP'],
  [/Biological Diversity/i, 'CBD/COP'],
  [/Climate Change/i, 'FCCC/CP'],
  [/Desertification/i, 'ICCD/COP'],
];

/** The conference of the parties to the treaty with this name; undefined for a treaty whose conference is not known. */
export function conferenceOf(treaty: string): AdoptingBody | undefined {
  for (const [words, stem] of CONFERENCES_OF) if (words.test(treaty)) return BY_STEM.get(stem);
  return undefined;
}

const BY_NAME = new Map<string, AdoptingBody>();
for (const one of ADOPTING_BODIES) {
  BY_NAME.set(one.name.toLowerCase(), one);
  for (const alias of one.aliases) BY_NAME.set(alias.toLowerCase(), one);
}

/** What names were taken for: the same ones come again and again. */
const asked = new Map<string, AdoptingBody | undefined>();

/** So many names are remembered. */
const MOST_ASKED = 2_000;

/** The adopting body with this name, alias or acronym ("the" in front and case do not matter); undefined for another. */
export function adoptingBody(name: string): AdoptingBody | undefined {
  let body = asked.get(name);
  if (body !== undefined || asked.has(name)) return body;
  const lower = name.trim().toLowerCase();
  body = BY_NAME.get(lower.replace(/^the\s+/, '').replace(/'/g, '’')) ?? BY_NAME.get(lower);
  if (asked.size >= MOST_ASKED) asked.clear();
  asked.set(name, body);
  return body;
}

const BY_STEM = new Map(ADOPTING_BODIES.filter((one) => one.stem !== '').map((one) => [one.stem, one]));

/** The body whose resolutions carry this stem: "A", "S", "E/CN.15". */
export function bodyOfStem(stem: string): AdoptingBody | undefined {
  return BY_STEM.get(stem.toUpperCase());
}

/**
 * The body in whose name a document speaks: by its own symbol, which is the most exact ("A/HRC/59/L.17" is the Human
 * Rights Council's although its masthead names the Assembly first), else by the organ of the masthead, else by the line
 * "The Security Council," that opens a resolution. Null where none of them says.
 */
export function documentBody(
  symbol: string | null,
  organ: string | null,
  organLine: string | null = null,
): string | null {
  const found = symbol === null ? undefined : bodyOfSymbol(symbol);
  // The Assembly's and the Council's symbols are those of many others that they have no stem for.
  if (found && found !== GENERAL_ASSEMBLY && found !== ECONOMIC_AND_SOCIAL_COUNCIL) return found.name;
  const named = organ ?? organLine;
  if (named !== null) return adoptingBody(named)?.name ?? named;
  return found?.name ?? null;
}

/** The adopting body under whose stem a symbol stands: the longest that the table of bodies holds. */
export function bodyOfSymbol(symbol: string): AdoptingBody | undefined {
  const components = symbol.trim().split('/', 4);
  for (let length = Math.min(3, components.length - 1); length > 0; length--) {
    const stem = components.slice(0, length).join('/');
    // "UNEP/EA.5/L.1": the Environment Assembly writes its session behind its stem.
    const body = bodyOfStem(stem) ?? bodyOfStem(stem.replace(/\.\d+$/, ''));
    if (body) return body;
  }
  return undefined;
}
