// Compiles the tables of facts into what the engine reads: data/catalogue.bin (resolutions and who cites whom) and
// server/src/catalogue/generated/*.ts (the small tables).
//
//     node --import tsx scripts/compile-catalogue.mjs [--data DIR]     reads the eight tables out of DIR
//     node --import tsx scripts/compile-catalogue.mjs --names          compiles the names of the small tables alone
//     node --import tsx scripts/compile-catalogue.mjs --export DIR     writes the eight tables back out of what was compiled
//
// Three more tables are this project's own and lie in data/: articles.tsv, acronyms.tsv, state-names.tsv. What the
// columns hold is said in data/README.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileNames } from '../server/src/catalogue/compileNames.ts';
import { Catalogue } from '../server/src/catalogue/catalogue.ts';
import { formatNormalized, parseDesignator } from '../server/src/catalogue/designator.ts';
import { encodeCatalogue } from '../server/src/catalogue/encode.ts';
import { RESOLUTION_COLUMNS } from '../server/src/catalogue/rows.ts';
import {
  openingTable,
  rangeRows,
  seriesRows,
  sessionRows,
  stateRows,
  treatyRows,
} from '../server/src/catalogue/tables.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OWN = path.join(ROOT, 'data');
const BINARY = path.join(OWN, 'catalogue.bin');
const GENERATED = path.join(ROOT, 'server/src/catalogue/generated');

/** Reads a tab-separated table with one header line. Throws where a row has another number of cells. */
function readTable(folder, name) {
  const file = path.join(folder, name);
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  const columns = lines[0].split('\t');
  return lines.slice(1).map((line, i) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new Error(`${file}:${i + 2}: ${cells.length} cells, ${columns.length} columns.`);
    }
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  });
}

function writeTable(folder, name, columns, rows) {
  const text = [columns, ...rows].map((cells) => cells.join('\t') + '\n').join('');
  writeFileSync(path.join(folder, name), text);
}

function oneOf(value, allowed, where) {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`${where}: "${value}" is none of ${allowed.join(', ')}.`);
  return found;
}

function list(text, separator) {
  return text === '' ? [] : text.split(separator);
}

/** Where a row came from, said so that it can be read outside the place where the tables were made. */
function sourceOf(text) {
  return text
    .replace(/design\/treaties\.md/g, 'notes on treaties')
    .replace(/\(design\/rules\.md R4\)/g, '(calendar of the body)')
    .replace(/design\/rules\.md R4/g, 'calendar of the body');
}

function readResolutions(data) {
  return readTable(data, 'resolutions.tsv').map((row) => {
    const out = {};
    for (const [column, key] of RESOLUTION_COLUMNS) out[key] = row[column];
    return out;
  });
}

function readRanges(data) {
  return readTable(data, 'ranges.tsv').map((row) => ({
    organ: row['organ'],
    // The first thirty sessions of the Assembly are given twice, "3 (III)": the roman number is the one in symbols.
    session: /\((\w+)\)$/.exec(row['session_or_year'])?.[1] ?? row['session_or_year'],
    first: Number(row['first_number']),
    last: Number(row['last_number']),
    firstAdoption: row['first_adoption'],
    lastAdoption: row['last_adoption'],
    rows: Number(row['rows']),
    lastIs: oneOf(row['last_is'], ['exact', 'last seen', 'lower bound'], 'ranges.tsv'),
    note: row['note'],
  }));
}

/**
 * The links that the publisher set, with the year of a Security Council resolution put right where a slip of the
 * source has another ("2650 (2221)"): the number alone says which one is meant.
 */
function citationPairs(data, ranges) {
  const council = ranges.filter((range) => range.organ === 'SC');
  const put = (symbol) => {
    const designator = parseDesignator(symbol);
    if (!designator) throw new Error(`citations.tsv: "${symbol}" is not understood.`);
    if (designator.organ !== 'SC') return formatNormalized(designator);
    const year = council.find((range) => range.first <= designator.number && designator.number <= range.last);
    return formatNormalized(year ? { ...designator, session: year.session } : designator);
  };
  const pairs = readTable(data, 'citations.tsv').map((row) => [put(row['citing']), put(row['cited'])]);
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function readSessions(data) {
  return readTable(data, 'sessions.tsv').map((row) => ({
    body: row['body'],
    noun: row['noun'],
    number: Number(row['number']),
    ordinal: row['ordinal'],
    year: Number(row['year']),
    opened: row['opened'],
    closed: row['closed'],
    source: sourceOf(row['source']),
  }));
}

function readTreaties(data) {
  return readTable(data, 'treaties.tsv').map((row) => ({
    shortTitle: row['short_title'],
    fullTitle: row['full_title'],
    aliases: list(row['aliases'], /;\s*/),
    adoptedBy: row['adopted_by'],
    adoptedOn: row['adopted_on'],
    inForce: row['in_force'],
    treatySeries: row['treaty_series'],
    articles: Number(row['articles']),
    articlesFrom: oneOf(row['articles_from'], ['text', 'sourced', 'general knowledge'], 'treaties.tsv'),
    source: sourceOf(row['source']),
  }));
}

function readArticles(treaties) {
  return readTable(OWN, 'articles.tsv').map((row) => {
    const treaty = treaties.find((one) => one.shortTitle === row['treaty']);
    if (!treaty) throw new Error(`articles.tsv: there is no treaty "${row['treaty']}".`);
    if (Number(row['article']) > treaty.articles) {
      throw new Error(`articles.tsv: "${treaty.shortTitle}" has no article ${row['article']}.`);
    }
    return {
      treaty: row['treaty'],
      article: row['article'],
      title: row['title'],
      confidence: oneOf(row['confidence'], ['text', 'general knowledge'], 'articles.tsv'),
      source: row['source'],
    };
  });
}

/** Names that the table takes from a list of country codes and that the United Nations does not use. */
const SHORT_NAMES = { CIV: 'Côte d’Ivoire' };

function readStates(data) {
  return readTable(data, 'states.tsv').map((row) => ({
    iso3: row['iso3'],
    iso2: row['iso2'],
    m49: row['m49'],
    shortName: SHORT_NAMES[row['iso3']] ?? row['short_name'],
    formalName: row['formal_name'],
    voteListNames: list(row['name_in_un_vote_lists'], /;\s*/),
    firstVote: row['first_vote_seen'],
    lastVote: row['last_vote_seen'],
    formerNames: formerNames(row['former_names_with_first_last_vote_seen']),
    note: noteOf(row['former_names_with_first_last_vote_seen']),
    source: row['source'],
  }));
}

function formerNames(text) {
  return list(text, /;\s*/).flatMap((part) => {
    const match = /^(.+) \((\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\)$/.exec(part);
    return match ? [{ name: match[1], first: match[2], last: match[3] }] : [];
  });
}

/** What stands in the column of former names about a State that is no member any more. */
function noteOf(text) {
  return /^\((former member; .+)\)$/.exec(text)?.[1] ?? '';
}

function readSeries(data) {
  return readTable(data, 'series.tsv').map((row) => ({
    prefix: row['prefix'],
    meaning: row['meaning'],
    confidence: oneOf(row['confidence'], ['sourced', 'weak', 'general knowledge'], 'series.tsv'),
    source: row['source'],
  }));
}

/** Acronyms of bodies, treaties and terms, and those among the aliases of the treaties. */
function readAcronyms(treaties) {
  const own = readTable(OWN, 'acronyms.tsv').map((row) => ({
    acronym: row['acronym'],
    expansion: row['expansion'],
    kind: oneOf(row['kind'], ['body', 'treaty', 'term'], 'acronyms.tsv'),
    source: row['source'],
  }));
  const ofTreaties = treaties.flatMap((treaty) =>
    treaty.aliases
      .filter((alias) => /^[A-Z][A-Z-]+$/.test(alias))
      .map((alias) => ({
        acronym: alias,
        expansion: treaty.fullTitle,
        kind: 'treaty',
        source: 'table of treaties',
      })),
  );
  return [...own.filter((row) => !ofTreaties.some((one) => one.acronym === row.acronym)), ...ofTreaties].sort(
    (a, b) => (a.acronym < b.acronym ? -1 : a.acronym > b.acronym ? 1 : 0),
  );
}

function openings(data) {
  const out = {};
  for (const row of readTable(data, 'openings.tsv')) {
    const part = oneOf(row['part'], ['preambular', 'operative'], 'openings.tsv');
    const parts = (out[row['organ']] ??= { preambular: [], operative: [] });
    parts[part].push([row['opening'], Number(row['occurrences'])]);
  }
  return out;
}

/**
 * Writes one table as a module that gives its JSON: a program reads a text many times faster than as many literals, and
 * what runs in Node has it in a file of its own. Each row is on a line of its own, so that a change reads as one.
 */
function writeModule(name, about, json) {
  const quoted = json.replace(/[\\`]|\$(?=\{)/g, '\\$&');
  const text = `// Generated by scripts/compile-catalogue.mjs from the tables of facts. Do not edit by hand.

/** ${about} */
export const ${name} = (): string => \`${quoted}\`;
`;
  writeFileSync(path.join(GENERATED, `${name}.ts`), text);
}

function rowsBody(rows) {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}

function compile(data) {
  const ranges = readRanges(data);
  const resolutions = readResolutions(data);
  const citations = citationPairs(data, ranges);
  const bytes = encodeCatalogue(resolutions, citations);
  writeFileSync(BINARY, bytes);

  mkdirSync(GENERATED, { recursive: true });
  const treaties = readTreaties(data);
  const sessions = readSessions(data);
  const states = readStates(data);
  const series = readSeries(data);
  const articles = readArticles(treaties);
  const acronyms = readAcronyms(treaties);
  const informal = readTable(OWN, 'state-names.tsv').map((row) => ({
    iso3: row['iso3'],
    name: row['name'],
    source: row['source'],
  }));
  const table = (name, about, rows) => writeModule(name, about, rowsBody(rows));
  table('treaties', 'Treaties and like instruments.', treaties);
  table('articles', 'Titles of articles of treaties.', articles);
  table('states', 'Member States, and former ones.', states);
  table('stateNames', 'Names for States that are in use but are not the United Nations’ own.', informal);
  table('sessions', 'Sessions, meetings and congresses of bodies.', sessions);
  table('series', 'Parts of document symbols and what they mean.', series);
  table('ranges', 'First and last numbers of resolutions.', ranges);
  table('acronyms', 'Acronyms and what they stand for.', acronyms);
  writeModule(
    'openings',
    'Opening words of paragraphs by organ and part, with how many paragraphs of adopted resolutions use them.',
    JSON.stringify(openings(data))
      .replace(/\{"|(?<=\[)\[|(?<=\],)(?=\[|")/g, '\n$&')
      .trim(),
  );
  console.log(
    `data/catalogue.bin: ${bytes.length} bytes, ${resolutions.length} resolutions, ${citations.length} citations.`,
  );
}

/** Writes the eight tables as they were read, rows sorted as the catalogue has them. */
function exportTables(folder) {
  mkdirSync(folder, { recursive: true });
  const opened = Catalogue.open(new Uint8Array(readFileSync(BINARY)));
  if (!opened.ok) throw new Error(`${BINARY}: ${opened.error.code}.`);
  const text = (value) => String(value);
  writeTable(
    folder,
    'resolutions.tsv',
    RESOLUTION_COLUMNS.map(([column]) => column),
    [...opened.catalogue.rows()].map((row) => RESOLUTION_COLUMNS.map(([, key]) => row[key])),
  );
  writeTable(
    folder,
    'citations.tsv',
    ['citing', 'cited'],
    [...opened.catalogue.citations()].map((pair) => [...pair]),
  );
  writeTable(
    folder,
    'ranges.tsv',
    'organ session_or_year first_number last_number first_adoption last_adoption rows last_is note'.split(
      ' ',
    ),
    rangeRows().map((r) =>
      [r.organ, r.session, r.first, r.last, r.firstAdoption, r.lastAdoption, r.rows, r.lastIs, r.note].map(
        text,
      ),
    ),
  );
  writeTable(
    folder,
    'sessions.tsv',
    'body noun number ordinal year opened closed source'.split(' '),
    sessionRows().map((s) =>
      [s.body, s.noun, s.number, s.ordinal, s.year, s.opened, s.closed, s.source].map(text),
    ),
  );
  writeTable(
    folder,
    'treaties.tsv',
    'short_title full_title aliases adopted_by adopted_on in_force treaty_series articles articles_from source'.split(
      ' ',
    ),
    treatyRows().map((t) =>
      [
        t.shortTitle,
        t.fullTitle,
        t.aliases.join('; '),
        t.adoptedBy,
        t.adoptedOn,
        t.inForce,
        t.treatySeries,
        t.articles,
        t.articlesFrom,
        t.source,
      ].map(text),
    ),
  );
  writeTable(
    folder,
    'states.tsv',
    (
      'iso3 iso2 m49 short_name formal_name name_in_un_vote_lists first_vote_seen last_vote_seen ' +
      'former_names_with_first_last_vote_seen source'
    ).split(' '),
    stateRows().map((s) => [
      s.iso3,
      s.iso2,
      s.m49,
      s.shortName,
      s.formalName,
      s.voteListNames.join('; '),
      s.firstVote,
      s.lastVote,
      s.note === ''
        ? s.formerNames.map((former) => `${former.name} (${former.first}..${former.last})`).join('; ')
        : `(${s.note})`,
      s.source,
    ]),
  );
  writeTable(
    folder,
    'series.tsv',
    'prefix meaning confidence source'.split(' '),
    seriesRows().map((s) => [s.prefix, s.meaning, s.confidence, s.source]),
  );
  writeTable(
    folder,
    'openings.tsv',
    'organ part opening occurrences'.split(' '),
    Object.entries(openingTable()).flatMap(([organ, parts]) =>
      Object.entries(parts).flatMap(([part, rows]) =>
        rows.map(([opening, occurrences]) => [organ, part, opening, text(occurrences)]),
      ),
    ),
  );
}

/** Writes what the names of the small tables are compared by: of the tables as they stand in the source. */
function writeNames() {
  const { states, treaties, bodies } = compileNames();
  const part = (name, rows) => `${JSON.stringify(name)}:${rowsBody(rows)}`;
  writeModule(
    'nameIndex',
    'The names of States, treaties and bodies, and what each is compared by.',
    `{\n${part('states', states)},\n${part('treaties', treaties)},\n${part('bodies', bodies)}\n}`,
  );
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, export: { type: 'string' }, names: { type: 'boolean' } },
});
if (values.export !== undefined) exportTables(path.resolve(values.export));
else if (values.names) writeNames();
else {
  compile(path.resolve(values.data ?? path.join(ROOT, '../shared/data')));
  // The tables that were read when this began are those of before.
  spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), '--names'], {
    stdio: 'inherit',
  });
}
