import assert from 'node:assert/strict';
import { Catalogue } from '../../../server/src/catalogue/catalogue.js';
import { english } from '../../../server/src/catalogue/messages.js';
import { importFiles } from '../../../server/src/features/importing.js';
import { readTable } from '../../../server/src/catalogue/import/table.js';

const table = (...rows: string[]): string => `symbol\ttitle\tadoption_date\n${rows.join('\n')}\n`;
const file = (name: string, text: string): { name: string; text: string } => ({ name, text });

describe('Importing into a user’s own catalogue', () => {
  it('adds and updates rows', () => {
    const first = importFiles(null, [file('a.tsv', table('A/RES/99/1\tLamps\t'))], null, english);
    assert.deepEqual([first.added, first.updated, first.rows, first.conflicts], [1, 0, 1, []]);
    const second = importFiles(
      first.table,
      [file('b.tsv', table('A/RES/99/1\t\t2044-12-01', 'A/RES/99/2\tBuoys\t'))],
      null,
      english,
    );
    assert.deepEqual([second.added, second.updated, second.rows], [1, 1, 2]);
    assert.equal(readTable(second.table!).rows[0]?.title, 'Lamps');
  });

  it('tells of every cell that differs, from before and from the built-in catalogue', () => {
    const builtIn = Catalogue.fromRows(readTable(table('A/RES/99/2\tBuoys\t2044-12-01')).rows);
    const own = table('A/RES/99/1\tLamps\t');
    const outcome = importFiles(
      own,
      [file('b.tsv', table('A/RES/99/1\tLanterns\t', 'A/RES/99/2\tBuoys\t2044-12-02'))],
      builtIn,
      english,
    );
    assert.equal(outcome.conflicts.length, 2);
    assert.match(
      outcome.conflicts[0]!,
      /^b\.tsv: A\/RES\/99\/1, title: “Lanterns” replaces “Lamps” in your own catalogue$/,
    );
    assert.equal(
      outcome.conflicts[1],
      'A/RES/99/2, date of adoption: “2 December 2044” in your own catalogue, “1 December 2044” in the built-in catalogue; your own catalogue counts',
    );
  });

  it('writes nothing over what it can’t read, and nothing where there is nothing', () => {
    const spoilt = importFiles(
      'no table at all',
      [file('a.tsv', table('A/RES/99/1\tLamps\t'))],
      null,
      english,
    );
    assert.equal(spoilt.table, null);
    assert.equal(spoilt.problems.length, 1);
    const empty = importFiles(null, [file('a.txt', 'Dear all,')], null, english);
    assert.equal(empty.table, null);
    assert.equal(empty.problems.length, 1);
  });
});
