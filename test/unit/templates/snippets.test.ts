import assert from 'node:assert/strict';
import contributed from '../../../snippets/un-document.json' with { type: 'json' };
import { messageOf } from '../../../server/src/rules/wording.js';
import {
  everyFilledTemplate,
  fillSnippet,
  NEW_DOCUMENTS,
  openPlaces,
  OPENINGS,
  openingsOf,
  parseSnippet,
  placeholdersOf,
  snippetContribution,
  SNIPPETS,
  snippetsFor,
} from '../../../server/src/templates/index.js';
import { OPEN_PLACES } from '../../../server/src/rules/tables/openPlaces.js';
import { findingsOf } from '../rules/kit.js';

/** What is wrong with a text, as far as its characters alone tell; each with the words it was found in. */
function faults(text: string): string[] {
  const found: string[] = [];
  const look = (name: string, pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) found.push(`${name}: ${match[0]}`);
  };
  look('placeholder left', /\$\d|\$\{|\{[A-Za-z]|\bundefined\b/g);
  look('double space', /[^\n] {2,}/g);
  look('space at the end of a line', / \n/g);
  look('three line ends', /\n{3,}/g);
  look('empty brackets', /\(\s*\)|\[\s*\]|“\s*”|\*\*\*\*/g);
  look('doubled punctuation', /(?<!Distr|Ref)[,;:.]{2,}/g);
  look('space before punctuation', / [,;:.)](?=\s|$)/g);
  look('space after an opening bracket', /\( /g);
  look('straight quotation mark', /["']/g);
  look('hyphen for a dash', / - |\d-\d/g);
  look('ordinal in figures', /\b\d{1,2}(?:st|nd|rd|th)\b/g);
  look('per cent sign', /\d ?%|\bpercent\b/g);
  look('no space in a reference', /\d\([a-z]\)/g);
  look('this resolution', /\bthis resolution\b/gi);
  look('abbreviation of a principal organ', /\b(?:UN|UNGA|UNSC|ECOSOC|GA|SC)\b/g);
  return found;
}

/** What is wrong with the end of a block, by what the block is. */
function endFaults(text: string): string[] {
  const found: string[] = [];
  for (const block of text.trimEnd().split('\n\n')) {
    if (/^\d+\. \*[A-Z]/.test(block) && !/[;:.](?:\[\^\d+\])?$/.test(block))
      found.push(`operative: ${block}`);
    else if (
      /^\*[A-Z][^*]*\*(?! *\d)[^\n]*$/.test(block) &&
      /^\*[A-Z][a-z]+(?:ing|ed|ware|ful|us|nt)\b/.test(block)
    ) {
      if (!/,(?:\[\^\d+\])?$/.test(block)) found.push(`preambular: ${block}`);
    } else if (/^\d+\. /.test(block) && !/[.:?;”](?:\[\^\d+\])?$/.test(block))
      found.push(`paragraph: ${block}`);
    else if (/^\([a-z]+\) /.test(block) && !/[;.:,?]$/.test(block)) found.push(`subparagraph: ${block}`);
    else if (/^#+ /.test(block) && /[.;:,]$/.test(block)) found.push(`heading: ${block}`);
    else if (/^(?:\[\^\d+\]:|\* )/.test(block) && !/\.$/.test(block)) found.push(`note: ${block}`);
    else if (/^(?:Madam|Mr\.|Excellencies|Distinguished) /.test(block) && !/[,.]$/.test(block)) {
      found.push(`salutation: ${block}`);
    }
  }
  return found;
}

/** Numbers of paragraphs that are out of sequence; treaties and agendas begin again in each article or item list. */
function sequenceFaults(text: string): string[] {
  const found: string[] = [];
  let previous = 0;
  for (const block of text.split('\n\n')) {
    if (/^#+ (?:Article|Annex)/.test(block)) previous = 0;
    const number = /^(\d+)\. /.exec(block);
    if (!number) continue;
    if (Number(number[1]) !== previous + 1) found.push(`${previous} is followed by ${number[1]}`);
    previous = Number(number[1]);
  }
  return found;
}

describe('templates: snippets', () => {
  it('are at least seventy, with ids and titles of their own', () => {
    assert.ok(SNIPPETS.length >= 70, String(SNIPPETS.length));
    for (const key of ['id', 'title'] as const) {
      const all = SNIPPETS.map((row) => row[key]);
      assert.deepEqual(all, [...new Set(all)]);
    }
  });

  for (const row of SNIPPETS) {
    it(`${row.id} can be read, and has an example for what it asks`, () => {
      assert.match(row.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.ok(row.prefixes.length > 0);
      for (const prefix of row.prefixes) assert.match(prefix, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.match(row.description, /\.$/);
      assert.deepEqual(parseSnippet(row.body).problems, []);
      const asked = placeholdersOf(row.body);
      for (const { number, text, choices } of asked) {
        if (choices) {
          assert.ok(choices.length > 1 || row.place === 'operative', `choice ${number} offers nothing`);
          for (const one of choices) assert.notEqual(one.trim(), '');
          assert.deepEqual(choices, [...new Set(choices)]);
        } else {
          assert.notEqual(text, '', `tab stop ${number} says nothing`);
          assert.ok(row.examples[number], `no example for ${number}: ${text}`);
        }
      }
      const numbers = asked.map(({ number }) => number).sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_number, index) => index + 1),
      );
      for (const number of Object.keys(row.examples)) {
        assert.ok(numbers.includes(Number(number)), `an example for ${number}, which is not asked`);
      }
    });

    it(`${row.id} reads well with each of its choices`, () => {
      for (const { number, choices } of placeholdersOf(row.body)) {
        for (const one of choices ?? []) {
          assert.deepEqual(faults(fillSnippet(row.body, { ...row.examples, [number]: one })), []);
        }
      }
    });
  }

  it('are offered for the kinds they fit, those of the place first', () => {
    const operative = snippetsFor('resolution', 'operative').map((row) => row.id);
    assert.equal(operative[0], 'operative-takes-note');
    assert.ok(operative.includes('preamble-recalling'));
    assert.ok(operative.includes('resolution-general-assembly'));
    assert.ok(!operative.includes('closing-thanks'));
    assert.equal(new Set(operative).size, operative.length);
    assert.equal(snippetsFor(null).length, SNIPPETS.length);
    for (const row of snippetsFor('treaty'))
      assert.ok(row.kinds.length === 0 || row.kinds.includes('treaty'));
  });
});

describe('templates: opening words', () => {
  it('go from mild to strong', () => {
    assert.deepEqual(openingsOf('General Assembly', 'operative', 'call'), [
      'Invites',
      'Encourages',
      'Strongly encourages',
      'Calls upon',
      'Urges',
      'Strongly urges',
      'Demands',
    ]);
    assert.deepEqual(openingsOf('Security Council', 'operative', 'condemnation'), [
      'Condemns',
      'Strongly condemns',
    ]);
  });

  it('are used by the organ, each once in a group', () => {
    const keys = OPENINGS.map(({ organ, part, group, opening }) => [organ, part, group, opening].join('|'));
    assert.deepEqual(keys, [...new Set(keys)]);
    for (const row of OPENINGS) assert.ok(row.occurrences >= 3, `${row.organ}: ${row.opening}`);
  });

  it('are all that the preambular and operative snippets begin with', () => {
    const known = new Set(OPENINGS.map((row) => `${row.part} ${row.opening}`));
    // The Council's own words in a resolution under Chapter VII, and thanks, stand in no group.
    for (const one of [
      'preambular Determining',
      'preambular Acting',
      'operative Expresses its appreciation',
    ]) {
      known.add(one);
    }
    for (const row of SNIPPETS) {
      if (row.place !== 'preamble' && row.place !== 'operative') continue;
      const part = row.place === 'preamble' ? 'preambular' : 'operative';
      const wanted = placeholdersOf(row.body).flatMap(({ number, choices }) =>
        (choices ?? ['']).map((one) =>
          fillSnippet(row.body, { ...row.examples, ...(one === '' ? {} : { [number]: one }) }),
        ),
      );
      for (const text of [fillSnippet(row.body, row.examples), ...wanted]) {
        for (const match of text.matchAll(/^(?:\d+\. )?\*([^*]+)\*/gm)) {
          assert.ok(known.has(`${part} ${match[1]}`), `${row.id}: ${match[1]}`);
        }
      }
    }
  });
});

describe('templates: filled with their examples', () => {
  const filled = [...everyFilledTemplate()];

  it('are all there', () => {
    assert.equal(filled.length, NEW_DOCUMENTS.length + SNIPPETS.length);
  });

  for (const { id, kind, text, start, end } of filled) {
    it(`${id} is sound`, () => {
      assert.ok(start >= 0 && end > start && end <= text.length);
      assert.deepEqual(faults(text), []);
      assert.deepEqual(endFaults(text), []);
      assert.deepEqual(sequenceFaults(text), []);
      const marks = [...text.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]);
      const notes = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map((match) => match[1]);
      assert.deepEqual(marks, notes);
      assert.equal(text.match(/\(/g)?.length, text.match(/\)/g)?.length);
      assert.equal(text.match(/“/g)?.length, text.match(/”/g)?.length);
    });

    it(`${id} has no finding of any rule`, () => {
      // A whole document says itself what it is; the small one around a snippet may be too short for that.
      const found = findingsOf(text, id.startsWith('document:') ? {} : { kind })
        .filter((one) => one.start < end && one.end > start)
        .map(({ finding }) => `${finding.rule.code}: ${messageOf(finding)}`);
      assert.deepEqual(found, []);
    });
  }
});

describe('templates: what the extension contributes', () => {
  it('is what the tables say: run npx tsx scripts/generate-snippets.mjs', () => {
    const wanted: unknown = JSON.parse(JSON.stringify(snippetContribution()));
    assert.deepEqual(contributed, wanted);
    assert.deepEqual(Object.keys(contributed), Object.keys(snippetContribution()));
  });

  it('leaves places open that the rules know: run npx tsx scripts/generate-snippets.mjs', () =>
    assert.deepEqual([...OPEN_PLACES], openPlaces()));

  it('has every new document and every snippet, and no two with one title', () => {
    assert.equal(Object.keys(contributed).length, NEW_DOCUMENTS.length + SNIPPETS.length);
  });
});
