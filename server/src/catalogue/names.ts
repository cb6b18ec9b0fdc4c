import { buildNames, type BodyNames, type Names } from '../citations/names.js';
import { createRecognizer, type Recognizer } from '../citations/recognize.js';
import {
  acronymRows,
  informalNameRows,
  rangeRows,
  seriesRows,
  sessionRows,
  stateRows,
  treatyRows,
} from './tables.js';

/** Meanings in the table of series that are kinds of document or of body, not the name of one. */
const KINDS = /^-/;

/** What a body is; a series of documents may be called by what a conference was about ("Rivers and Lakes"), which is no name of it. */
const IS_BODY =
  /\b(?:Assembly|Board|Commission|Committee|Conference|Congress|Council|Court|Forum|Fund|Group|Office|Organization|Programme|Summit|Tribunal|Unit)\b/;

/** "Open-ended Working Group", "Preparatory Committee": there have been many; whose it is only the words behind it tell. */
const IS_GENERIC =
  /^(?:(?:Ad|Hoc|Intergovernmental|Negotiating|Open-ended|Preparatory|Special|Standing|Working) )+(?:Committee|Group)$/;

let names: Names | null = null;
let recognizer: Recognizer | null = null;

/** The names that the tables of facts hold, built at the first call. */
export function defaultNames(): Names {
  names ??= build();
  return names;
}

/** The recognizer that knows the names of the tables; made at the first call. */
export function defaultRecognizer(): Recognizer {
  recognizer ??= createRecognizer(defaultNames());
  return recognizer;
}

function build(): Names {
  const bodies = new Map<string, string[]>();
  const treaties = treatyRows().map(({ shortTitle, fullTitle, aliases }) => ({
    shortTitle,
    fullTitle,
    aliases: [...aliases],
  }));
  for (const { acronym, expansion, kind } of acronymRows()) {
    if (kind === 'body' && !IS_GENERIC.test(expansion)) {
      const aliases = bodies.get(expansion);
      if (aliases) aliases.push(acronym);
      else bodies.set(expansion, [acronym]);
    } else if (kind === 'treaty') {
      const treaty = treaties.find((one) => one.fullTitle === expansion || one.shortTitle === expansion);
      if (treaty) treaty.aliases.push(acronym);
      else treaties.push({ shortTitle: expansion, fullTitle: expansion, aliases: [acronym] });
    }
  }
  // A symbol's stem may mean a treaty's body, a treaty, a subject or a kind of paper; only names of bodies are taken, and of
  // several words.
  const titles = new Set(treaties.flatMap((one) => [one.shortTitle, one.fullTitle]));
  for (const { prefix, meaning } of seriesRows()) {
    if (KINDS.test(prefix) || titles.has(meaning) || !/^[A-Z].* /.test(meaning)) continue;
    if (IS_BODY.test(meaning) && !IS_GENERIC.test(meaning) && !bodies.has(meaning)) bodies.set(meaning, []);
  }
  for (const { body } of sessionRows()) if (!bodies.has(body)) bodies.set(body, []);
  const informal = new Map<string, string[]>();
  for (const { iso3, name } of informalNameRows()) {
    const list = informal.get(iso3);
    if (list) list.push(name);
    else informal.set(iso3, [name]);
  }
  return buildNames({
    treaties,
    bodies: [...bodies].map(([name, aliases]): BodyNames => ({ name, aliases })),
    states: stateRows().map((state) => ({
      iso3: state.iso3,
      shortName: state.shortName,
      formalName: state.formalName,
      formerNames: state.formerNames.map((former) => former.name),
      voteListNames: state.voteListNames,
      informalNames: informal.get(state.iso3) ?? [],
    })),
    councilYears: rangeRows()
      .filter((row) => row.organ === 'SC')
      .map((row) => ({
        year: Number(row.session),
        first: row.first,
        last: row.last,
      })),
  });
}
