/**
 * Cities that are neither capitals nor seats of the United Nations, with the State they lie in (ISO 3166-1, three
 * letters). Which cities, and that the State is named with them, from resolutions and reports published by the United
 * Nations ("in Durban, South Africa"); that none is a capital, from the table of country codes (Open Data Commons PDDL).
 */
const CITIES_BY_STATE: Readonly<Record<string, string>> = {
  ARE: 'Dubai',
  AUS: 'Brisbane',
  AUT: 'Innsbruck',
  BEL: 'Ghent',
  BRA: 'Belém, Fortaleza, Rio de Janeiro',
  CHE: 'Lausanne',
  CHN: 'Hangzhou, Kunming',
  COL: 'Cali, Cartagena',
  EGY: 'Sharm el-Sheikh, Sharm El Sheikh',
  ESP: 'Barcelona, Seville, Sevilla, Torremolinos',
  FRA: 'Nice',
  GBR: 'Glasgow',
  IND: 'Gandhinagar',
  ITA: 'Brindisi, Milan, Palermo',
  JPN: 'Kyoto, Nagoya',
  KOR: 'Busan',
  MAR: 'Marrakech, Marrakesh, Fez',
  MEX: 'Cancún, Cancun, Monterrey',
  THA: 'Chiang Mai',
  TUR: 'Antalya, Istanbul',
  TZA: 'Arusha',
  UGA: 'Entebbe',
  ZAF: 'Durban, Johannesburg',
};

/** The State of a city, by the city's name; the States as above. */
export const CITIES: ReadonlyMap<string, string> = new Map(
  Object.entries(CITIES_BY_STATE).flatMap(([state, cities]) =>
    cities.split(', ').map((city): [string, string] => [city, state]),
  ),
);

/**
 * Territories that the standard country or area codes of the United Nations (M49) list beside States, in their English
 * names; those whose status is in dispute are not here.
 */
export const TERRITORIES: readonly string[] = [
  'American Samoa',
  'Anguilla',
  'Aruba',
  'Bermuda',
  'British Virgin Islands',
  'Cayman Islands',
  'Curaçao',
  'Faroe Islands',
  'French Guiana',
  'French Polynesia',
  'Greenland',
  'Guadeloupe',
  'Guam',
  'Martinique',
  'Montserrat',
  'New Caledonia',
  'Northern Mariana Islands',
  'Puerto Rico',
  'Réunion',
  'Sint Maarten',
  'Tokelau',
  'Turks and Caicos Islands',
  'United States Virgin Islands',
];
