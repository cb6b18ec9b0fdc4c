import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CsvReader } from '../../../server/src/catalogue/import/csv.js';
import { readMarcXml } from '../../../server/src/catalogue/import/marcXml.js';
import { importFormat, readImport } from '../../../server/src/catalogue/import/read.js';
import { isoDate, mergeRows } from '../../../server/src/catalogue/import/rows.js';
import type { ImportResult } from '../../../server/src/catalogue/import/rows.js';
import { readTable, writeTable } from '../../../server/src/catalogue/import/table.js';
import {
  VotingDataReader,
  cleanTitle,
  readVotingData,
} from '../../../server/src/catalogue/import/votingData.js';
import { english } from '../../../server/src/catalogue/messages.js';
import { ROWS, row } from './rows.js';

/** Rows by their cells that are filled, problems by their words. */
function picture({ rows, problems }: ImportResult): string[] {
  return [
    ...rows.map((one) =>
      [
        one.symbol,
        one.number,
        one.title,
        one.adoptionDate,
        one.vote,
        one.meeting,
        one.draft,
        one.report,
        one.subject,
        one.undlRecord,
      ].join('|'),
    ),
    ...problems.map((problem) => english(problem.key, problem.args)),
  ];
}

const HEADER =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link';

/** Votes of invented States on invented resolutions, in the layout of the library's files. */
const VOTING = [
  HEADER,
  '4001,AAA,ALPHALAND,Y,2031-12-01,86,A/RES/86/10,A/C.3/86/L.4,A/86/400,A/86/PV.50,"Lamps, and those who keep them : resolution / adopted by the General Assembly",Lamps.,LAMPS,,2.0,1.0,1.0,1.0,5.0,https://example.org/record/4001',
  '4001,BBB,BETALAND,N,2031-12-01,86,A/RES/86/10,A/C.3/86/L.4,A/86/400,A/86/PV.50,"Lamps, and those who keep them : resolution / adopted by the General Assembly",Lamps.,LAMPS,,2.0,1.0,1.0,1.0,5.0,https://example.org/record/4001',
  '4002,AAA,ALPHALAND,X,2031-12-02,86,A/RES/86/11[A],,,A/86/PV.51,"Fog ""at sea""",Fog,,,,,,,,',
  '4002,BBB,BETALAND,A,2031-12-02,86,A/RES/86/11[A],,,A/86/PV.51,"Fog ""at sea""",Fog,,,,,,,,',
  '4002,CCC,GAMMALAND,Y,2031-12-02,86,A/RES/86/11[A],,,A/86/PV.51,"Fog ""at sea""",Fog,,,,,,,,',
].join('\r\n');

const RECORDS = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE collection [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<collection xmlns="http://www.loc.gov/MARC21/slim">
<record>
  <controlfield tag="001">5001</controlfield>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/RES/86/12</subfield><subfield code="b">A/</subfield></datafield>
  <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Harbours &amp; lamps :</subfield><subfield code="b">resolution /</subfield></datafield>
  <datafield tag="269" ind1=" " ind2=" "><subfield code="a">20311230</subfield></datafield>
  <datafield tag="991" ind1=" " ind2=" "><subfield code="a">A/86/251</subfield><subfield code="b">70b</subfield><subfield code="c">Harbours.</subfield></datafield>
  <datafield tag="992" ind1=" " ind2=" "><subfield code="a">20311217</subfield></datafield>
  <datafield tag="993" ind1="2" ind2=" "><subfield code="a">A/C.2/86/L.9</subfield></datafield>
  <datafield tag="993" ind1="3" ind2=" "><subfield code="a">A/86/421</subfield></datafield>
  <datafield tag="996" ind1=" " ind2=" "><subfield code="a">Adopted without vote, 83rd plenary meeting</subfield></datafield>
</record>
<record>
  <controlfield tag="001">5002</controlfield>
  <datafield tag="245" ind1=" " ind2=" "><subfield code="a">Security Council resolution 3100 (2031) [on lamps of the strait]</subfield></datafield>
  <datafield tag="269" ind1=" " ind2=" "><subfield code="a">2031-05-06</subfield></datafield>
  <datafield tag="791" ind1=" " ind2=" "><subfield code="a">S/RES/3100(2031)</subfield></datafield>
  <datafield tag="952" ind1=" " ind2=" "><subfield code="a">S/PV.12000</subfield></datafield>
  <datafield tag="967" ind1=" " ind2=" "><subfield code="c">AAA</subfield><subfield code="d">Y</subfield></datafield>
  <datafield tag="967" ind1=" " ind2=" "><subfield code="c">BBB</subfield><subfield code="d">A</subfield></datafield>
  <datafield tag="967" ind1=" " ind2=" "><subfield code="c">CCC</subfield></datafield>
</record>
<record>
  <datafield tag="791" ind1=" " ind2=" "><subfield code="a">A/RES/86/13[B]</subfield></datafield>
  <datafield tag="996" ind1=" " ind2=" "><subfield code="b">120</subfield><subfield code="c">3</subfield><subfield code="d"></subfield></datafield>
</record>
<record>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/86/999</subfield></datafield>
  <datafield tag="245" ind1=" " ind2=" "><subfield code="a">&file; &lol;</subfield></datafield>
</record>
</collection>`;

describe('catalogue: importing voting data', () => {
  it('folds the votes of each resolution into one row', () => {
    assert.deepEqual(picture(readVotingData(VOTING)), [
      'A/RES/86/10|86/10|Lamps, and those who keep them|2031-12-01|2-1-1|A/86/PV.50|A/C.3/86/L.4|A/86/400|Lamps.|4001',
      'A/RES/86/11A|86/11 A|Fog "at sea"|2031-12-02|1-0-1|A/86/PV.51|||Fog|4002',
    ]);
  });

  it('reads the same whatever the pieces', () => {
    const whole = readVotingData(VOTING);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (sizes) => {
        const reader = new VotingDataReader();
        for (let at = 0, i = 0; at < VOTING.length; i++) {
          const size = sizes[i % sizes.length]!;
          reader.push(VOTING.slice(at, at + size));
          at += size;
        }
        assert.deepEqual(reader.finish(), whole);
      }),
      { numRuns: 50 },
    );
  });

  it('knows the names of older descriptions, and a resolution without a vote', () => {
    const text =
      'undl_id;ms_votes;date;resolutions;title;modality;yes;no;abstentions\n1;;2031-01-02;A/RES/86/1;Lamps;Adopted without vote;;;\n';
    assert.deepEqual(picture(readImport(text)), ['A/RES/86/1|86/1|Lamps|2031-01-02|without a vote|||||1']);
  });

  it('tells what is wrong', () => {
    const lines = (text: string): string[] => picture(readVotingData(text));
    assert.deepEqual(lines('a,ms_vote\n1,Y\n'), ['The first line names no column “resolution”']);
    assert.deepEqual(lines('resolution,ms_vote\n'), ['The file holds no resolutions']);
    assert.deepEqual(lines(''), ['The file holds no resolutions']);
    assert.deepEqual(
      lines('resolution,ms_vote\r\nA/RES/86/1,Y\r\n\r\nwhat,Y\r\n').at(-1),
      'Line 4: “what” is no symbol of a resolution',
    );
    assert.deepEqual(lines('resolution,ms_vote,date,title\nA/86/1,Y,2031-01-02,x\n'), [
      'Line 2: “A/86/1” is no symbol of a resolution',
    ]);
    assert.deepEqual(
      lines('resolution,ms_vote,date,title\nA/RES/86/1,Y,soon,x\nA/RES/86/1,Y,soon,y\nA/RES/86/1,Y\n'),
      [
        'A/RES/86/1|86/1|x||1-0-0|||||'.replace('1-0-0', '2-0-0'),
        'Line 2: “soon” is no date',
        'Line 3: A/RES/86/1 stands there a second time with another title',
        'Line 4: 2 cells where the first line has 4',
      ],
    );
    assert.deepEqual(
      lines('resolution,ms_vote\n"A/RES/86/1,Y\n').at(-1),
      'A quotation mark opened in line 2 is not closed',
    );
  });

  it('cleans titles', () => {
    for (const [title, clean] of [
      ['Lamps : resolution / adopted by the General Assembly', 'Lamps'],
      ['Lamps /', 'Lamps'],
      ['Lamps: a history', 'Lamps: a history'],
      ['Security Council resolution 3100 (2031) [on lamps]', 'on lamps'],
      ['Resolution on lamps', 'Resolution on lamps'],
      ['Conflict resolution', 'Conflict resolution'],
      ['', ''],
    ] as const) {
      assert.equal(cleanTitle(title), clean);
    }
  });
});

describe('catalogue: importing records', () => {
  it('reads records of resolutions and of votes', () => {
    assert.deepEqual(picture(readMarcXml(RECORDS)), [
      'A/RES/86/12|86/12|Harbours & lamps|2031-12-17|without a vote|83rd plenary meeting|A/C.2/86/L.9|A/86/421|A/86/251 70b Harbours|5001',
      'S/RES/3100(2031)|3100 (2031)|on lamps of the strait|2031-05-06|1-0-1|S/PV.12000||||5002',
      'A/RES/86/13B|86/13 B|||120-3-0|||||',
      'Record 4 has no symbol of a resolution',
    ]);
  });

  it('reads names with a prefix and a record alone', () => {
    const text =
      '<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:datafield tag="791"><marc:subfield code="a">A/RES/86/1</marc:subfield></marc:datafield></marc:record>';
    assert.deepEqual(picture(readImport(text)), ['A/RES/86/1|86/1||||||||']);
  });

  it('tells what is wrong', () => {
    assert.match(picture(readMarcXml('<collection><record>'))[0]!, /^No XML that can be read: /);
    assert.deepEqual(picture(readMarcXml('<collection></collection>')), ['The file holds no resolutions']);
    assert.deepEqual(picture(readMarcXml('<other><record/></other>')), [
      'Record 1 has no symbol of a resolution',
    ]);
  });

  it('takes nothing from outside the file, and no time for it', () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const text = `<!DOCTYPE c [<!ENTITY l0 "x">${laughs}]><collection><record><datafield tag="245"><subfield code="a">&l12;</subfield></datafield></record></collection>`;
    assert.deepEqual(picture(readMarcXml(text)), ['Record 1 has no symbol of a resolution']);
  });
});

describe('catalogue: the table of a team', () => {
  it('reads what it writes', () => {
    const rows = ROWS.map((one) => ({ ...one }));
    const read = readTable(writeTable(rows));
    assert.deepEqual([read.rows, read.problems], [rows, []]);
    assert.equal(read.lines?.get(rows[0]!.symbol), 2);
    assert.equal(
      writeTable([row('A/RES/1/1', 'a\tb\nc')])
        .split('\n')[1]!
        .split('\t')[4],
      'a b c',
    );
  });

  it('takes columns in any order, comments and a byte order mark', () => {
    const text = '\ufeff# ours\r\ntitle\tremark\tsymbol\r\nLamps\tx\tA/RES/86/1\r\n\r\n# end\r\n';
    assert.deepEqual(picture(readImport(text)), [
      'A/RES/86/1|86/1|Lamps|||||||',
      'Line 2: “remark” is no column of such a table and is left aside',
    ]);
  });

  it('tells what is wrong', () => {
    assert.deepEqual(picture(readTable('title\tdate\nLamps\t2031\n')), [
      'The first line names no column “symbol”',
    ]);
    assert.deepEqual(
      picture(
        readTable(
          'symbol\ttitle\tadoption_date\nwhat\tLamps\nA/RES/86/1\ta\t2031-02-30\nA/RES/86/1\tb\nA/RES/86/2\ta\tb\tc\n',
        ),
      ),
      [
        'A/RES/86/1|86/1|b|||||||',
        'Line 2: “what” is no symbol of a resolution',
        'Line 3: “2031-02-30” is no date',
        'Line 4: A/RES/86/1 stands there a second time; this line counts',
        'Line 5: 4 cells where the first line has 3',
      ],
    );
    assert.deepEqual(picture(readTable('')), ['The file holds no resolutions']);
  });

  it('knows a file by its beginning', () => {
    assert.equal(importFormat(RECORDS), 'marcxml');
    assert.equal(importFormat(VOTING), 'voting-data');
    assert.equal(importFormat('# x\nsymbol\ttitle\n'), 'table');
    assert.equal(importFormat('{"a": 1}'), null);
    assert.deepEqual(picture(readImport('Dear colleagues,')), [
      'The file is none of those that can be imported: MARCXML, voting data, or a table',
    ]);
  });

  it('adds rows to others and tells of conflicts', () => {
    const merged = mergeRows(
      [row('A/RES/86/1', 'Lamps', { vote: '1-0-0' }), row('A/RES/86/2', 'Fog')],
      [
        row('A/RES/86/1', 'Lamps.', { vote: '2-0-0', meeting: 'A/86/PV.1' }),
        row('A/RES/86/3', 'Sand'),
        row('A/RES/86/2', 'Fog'),
      ],
    );
    assert.deepEqual(
      merged.rows.map((one) => `${one.symbol} ${one.title} ${one.vote} ${one.meeting}`),
      ['A/RES/86/1 Lamps. 2-0-0 A/86/PV.1', 'A/RES/86/2 Fog  ', 'A/RES/86/3 Sand  '],
    );
    assert.deepEqual([merged.added, merged.updated], [1, 1]);
    assert.deepEqual(merged.conflicts, [
      { symbol: 'A/RES/86/1', column: 'vote', before: '1-0-0', after: '2-0-0' },
    ]);
  });

  it('reads dates', () => {
    assert.deepEqual(
      [
        '2031-12-17',
        '20311217',
        '2031-12-17T00:00:00',
        '20040914, 20041004',
        '2031-02-29',
        '',
        '17.12.2031',
        '203112171',
      ].map(isoDate),
      ['2031-12-17', '2031-12-17', '2031-12-17', '2004-09-14', '', '', '', ''],
    );
  });

  it('reads comma-separated values as they are written', () => {
    const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', ' ') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replace(/"/g, '""')}"`).join(','))
            .join('\r\n');
          const read: string[][] = [];
          const reader = new CsvReader((cells) => read.push([...cells]));
          reader.push(text);
          assert.equal(reader.finish(), 0);
          assert.deepEqual(read, rows);
        },
      ),
    );
  });
});
