// Compiles the tables of facts into what the engine reads: data/catalogue.bin (resolutions and who cites whom) and
// server/src/catalogue/generated/*.ts (the small tables).
//
//     node --import tsx scripts/compile-catalogue.mjs [--data DIR]     reads the eight tables out of DIR
//     node --import tsx scripts/compile-catalogue.mjs --export DIR     writes the eight tables back out of what was compiled
//
// Three more tables are this project's own and lie in data/: articles.tsv, acronyms.tsv, state-names.tsv. What the
// columns hold is said in data/README.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Catalogue } from '../server/src/catalogue/catalogue.ts';
import { formatNormalized, parseDesignator } from '../server/src/catalogue/designator.ts';
import { encodeCatalogue } from '../server/src/catalogue/encode.ts';
import { RESOLUTION_COLUMNS } from '../server/src/catalogue/rows.ts';

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

function resolutionRows(data) {
  return readTable(data, 'resolutions.tsv').map((row) => {
    const out = {};
    for (const [column, key] of RESOLUTION_COLUMNS) out[key] = row[column];
    return out;
  });
}

function rangeRows(data) {
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

function sessionRows(data) {
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

function treatyRows(data) {
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

function articleRows(treaties) {
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

function stateRows(data) {
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

function seriesRows(data) {
  return readTable(data, 'series.tsv').map((row) => ({
    prefix: row['prefix'],
    meaning: row['meaning'],
    confidence: oneOf(row['confidence'], ['sourced', 'weak', 'general knowledge'], 'series.tsv'),
    source: row['source'],
  }));
}

/** Acronyms of bodies and terms, and those among the aliases of the treaties. */
function acronymRows(treaties) {
  const own = readTable(OWN, 'acronyms.tsv').map((row) => ({
    acronym: row['acronym'],
    expansion: row['expansion'],
    kind: oneOf(row['kind'], ['body', 'term'], 'acronyms.tsv'),
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

/** Writes one table as a module: each row on a line of its own, so that a change reads as one. */
function writeModule(name, about, types, declaration, body) {
  const text = `// Generated by scripts/compile-catalogue.mjs from the tables of facts. Do not edit by hand.
${types === '' ? '' : `import type { ${types} } from '../rows.js';\n`}
/** ${about} */
export const ${declaration} = ${body};
`;
  writeFileSync(path.join(GENERATED, name), text);
}

function rowsBody(rows) {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')}]`;
}

function compile(data) {
  const ranges = rangeRows(data);
  const resolutions = resolutionRows(data);
  const citations = citationPairs(data, ranges);
  const bytes = encodeCatalogue(resolutions, citations);
  writeFileSync(BINARY, bytes);

  mkdirSync(GENERATED, { recursive: true });
  const treaties = treatyRows(data);
  const sessions = sessionRows(data);
  const states = stateRows(data);
  const series = seriesRows(data);
  const articles = articleRows(treaties);
  const acronyms = acronymRows(treaties);
  const informal = readTable(OWN, 'state-names.tsv').map((row) => ({
    iso3: row['iso3'],
    name: row['name'],
    source: row['source'],
  }));
  const spoken = openings(data);
  const table = (file, about, type, name, rows) =>
    writeModule(file, about, type, `${name}: readonly ${type}[]`, rowsBody(rows));
  table('treaties.ts', 'Treaties and like instruments.', 'TreatyRow', 'TREATIES', treaties);
  table('articles.ts', 'Titles of articles of treaties.', 'ArticleRow', 'ARTICLES', articles);
  table('states.ts', 'Member States, and former ones.', 'StateRow', 'STATES', states);
  table(
    'stateNames.ts',
    'Names for States that are in use but are not the United Nations’ own.',
    'InformalNameRow',
    'INFORMAL_NAMES',
    informal,
  );
  table('sessions.ts', 'Sessions, meetings and congresses of bodies.', 'SessionRow', 'SESSIONS', sessions);
  table('series.ts', 'Parts of document symbols and what they mean.', 'SeriesRow', 'SERIES', series);
  table('ranges.ts', 'First and last numbers of resolutions.', 'RangeRow', 'RANGES', ranges);
  table('acronyms.ts', 'Acronyms and what they stand for.', 'AcronymRow', 'ACRONYMS', acronyms);
  writeModule(
    'openings.ts',
    'Opening words of paragraphs by organ and part, with how many paragraphs of adopted resolutions use them.',
    '',
    "OPENINGS: Readonly<\n  Record<string, Readonly<Record<'preambular' | 'operative', readonly (readonly [string, number])[]>>>\n>",
    `{\n${Object.entries(spoken)
      .map(
        ([organ, parts]) =>
          `  ${JSON.stringify(organ)}: {\n${Object.entries(parts)
            .map(
              ([part, rows]) =>
                `    ${part}: [\n${rows.map((row) => `      ${JSON.stringify(row)},\n`).join('')}    ],\n`,
            )
            .join('')}  },\n`,
      )
      .join('')}}`,
  );
  console.log(
    `data/catalogue.bin: ${bytes.length} bytes, ${resolutions.length} resolutions, ${citations.length} citations.`,
  );
}

/** Writes the eight tables as they were read, rows sorted as the catalogue has them. */
async function exportTables(folder) {
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
  const { RANGES } = await import('../server/src/catalogue/generated/ranges.ts');
  writeTable(
    folder,
    'ranges.tsv',
    'organ session_or_year first_number last_number first_adoption last_adoption rows last_is note'.split(
      ' ',
    ),
    RANGES.map((r) =>
      [r.organ, r.session, r.first, r.last, r.firstAdoption, r.lastAdoption, r.rows, r.lastIs, r.note].map(
        text,
      ),
    ),
  );
  const { SESSIONS } = await import('../server/src/catalogue/generated/sessions.ts');
  writeTable(
    folder,
    'sessions.tsv',
    'body noun number ordinal year opened closed source'.split(' '),
    SESSIONS.map((s) =>
      [s.body, s.noun, s.number, s.ordinal, s.year, s.opened, s.closed, s.source].map(text),
    ),
  );
  const { TREATIES } = await import('../server/src/catalogue/generated/treaties.ts');
  writeTable(
    folder,
    'treaties.tsv',
    'short_title full_title aliases adopted_by adopted_on in_force treaty_series articles articles_from source'.split(
      ' ',
    ),
    TREATIES.map((t) =>
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
  const { STATES } = await import('../server/src/catalogue/generated/states.ts');
  writeTable(
    folder,
    'states.tsv',
    (
      'iso3 iso2 m49 short_name formal_name name_in_un_vote_lists first_vote_seen last_vote_seen ' +
      'former_names_with_first_last_vote_seen source'
    ).split(' '),
    STATES.map((s) => [
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
  const { SERIES } = await import('../server/src/catalogue/generated/series.ts');
  writeTable(
    folder,
    'series.tsv',
    'prefix meaning confidence source'.split(' '),
    SERIES.map((s) => [s.prefix, s.meaning, s.confidence, s.source]),
  );
  const { OPENINGS } = await import('../server/src/catalogue/generated/openings.ts');
  writeTable(
    folder,
    'openings.tsv',
    'organ part opening occurrences'.split(' '),
    Object.entries(OPENINGS).flatMap(([organ, parts]) =>
      Object.entries(parts).flatMap(([part, rows]) =>
        rows.map(([opening, occurrences]) => [organ, part, opening, text(occurrences)]),
      ),
    ),
  );
}

const { values } = parseArgs({ options: { data: { type: 'string' }, export: { type: 'string' } } });
if (values.export !== undefined) await exportTables(path.resolve(values.export));
else compile(path.resolve(values.data ?? path.join(ROOT, '../shared/data')));
