import assert from 'node:assert/strict';
import type { CitationKind } from '../../../server/src/citations/citation.js';
import { daysInMonth, weekdayOf } from '../../../server/src/citations/dates.js';
import { cases, check, recognize } from './kit.js';

const DATES: readonly CitationKind[] = ['date', 'date-range'];
const TIME: readonly CitationKind[] = ['time'];
const SESSION: readonly CitationKind[] = ['session'];

describe('dates', () => {
  cases(DATES, [
    'on ⟦13 October 2020→2020-10-13⟧',
    'on Tuesday, ⟦13 October 2020→day 2, 2020-10-13⟧',
    'on ⟦13 October→10-13⟧',
    'on ⟦October 13, 2020→2020-10-13⟧ and ⟦July 22nd, 2022→2022-07-22⟧',
    'on ⟦13th October 2020→2020-10-13⟧, the ⟦13th of October→10-13⟧',
    'on ⟦13.10.2020→2020-10-13⟧, ⟦3.4.2020→2020-04-03⟧. 1.2.2020.1, 2.14.2020, v1.2.2020 and 10.10.20 are none',
    'on ⟦13 Oct. 2020→2020-10-13⟧ and ⟦2020-10-13→2020-10-13⟧ and ⟦13/10/2020→2020-10-13⟧',
    'on ⟦30 February 2021→2-30 is none⟧, ⟦29 February 2022→2-29 is none⟧, ⟦29 February 2024→2024-02-29⟧',
    'on ⟦30 September→2021-09-30⟧ and ⟦1 October 2021→2021-10-01⟧',
    'on ⟦5→1998-10-05⟧, ⟦7→1998-10-07⟧, ⟦9→1998-10-09⟧ and ⟦12 October 1998→1998-10-12⟧',
    'from Monday, ⟦15 July→day 1, 2024-07-15⟧, to Thursday, ⟦18 July 2024→day 4, 2024-07-18⟧; on Friday, ⟦8 July→day 5, 2022-07-08⟧ and Tuesday, ⟦12 July 2022→day 2, 2022-07-12⟧',
    'on ⟦12→2021-10-12⟧ and ⟦13 October 2021→2021-10-13⟧',
    'in May 2020, it may 12 times, march 3, page 12 May',
  ]);
});

describe('ranges of dates', () => {
  cases(DATES, [
    'Vienna, ⟦12–17 October 2020→2020-10-12 to 2020-10-17⟧',
    'from ⟦9 to 11 September 2019→2019-09-09 to 2019-09-11⟧',
    'from ⟦30 September to 1 October 2021→2021-09-30 to 2021-10-01⟧',
    'from ⟦1 July 2023 to 30 June 2024→2023-07-01 to 2024-06-30⟧',
    'from ⟦1 December 2024–28 February 2025→2024-12-01 to 2025-02-28⟧',
    'between ⟦19 and 31 November 2020→2020-11-19 to ?⟧',
    '⟦14–18→2025-07-14 to 2025-07-18⟧ and ⟦21–23 July 2025→2025-07-21 to 2025-07-23⟧',
    'from ⟦January to March 2021→2021-01-01 to 2021-03-31⟧, ⟦May 2012–August 2015→2012-05-01 to 2015-08-31⟧',
    '⟦2019–2021→2019 to 2021⟧, ⟦2014-2015→2014 to 2015⟧, ⟦2004–05→2004 to 2005⟧, ⟦2023/24→2023 to 2024⟧',
    'from ⟦23 to 27 October→2023-10-23 to 2023-10-27⟧ and on ⟦25 November 2023→2023-11-25⟧ and from ⟦21 to 25 October 2024→2024-10-21 to 2024-10-25⟧',
    'from ⟦30 September to 2 October→2021-09-30 to 2021-10-02⟧, and on ⟦3 November 2021→2021-11-03⟧; from ⟦5 to 8 March→? to ?⟧ as on ⟦3 May 2021→2021-05-03⟧',
    'from ⟦2019 to 2021→2019 to 2021⟧, between ⟦2016 and 2019→2016 to 2019⟧',
    'call +41 22 2014-2015-33 or 2020/115, E/2014-2015',
  ]);

  it('tells the ends, what joins them and the word before', () => {
    const [range] = recognize('between 19 and 31 November 2020').filter((c) => c.type === 'date-range');
    assert.ok(range);
    assert.deepEqual(
      [range.opened, range.joined, range.first.exists, range.last.exists],
      ['between', 'words', true, false],
    );
    assert.deepEqual(
      [range.first.day, range.last.day, range.last.month, range.last.year],
      [19, 31, 11, 2020],
    );
  });
});

describe('times', () => {
  cases(TIME, [
    'at ⟦3.30 p.m.→15:30⟧, ⟦9 a.m.→9:00⟧, ⟦14:00→14:00⟧, ⟦2pm→14:00⟧',
    'from ⟦10→10:00⟧ to ⟦11.30 a.m.→11:30⟧, ⟦3→15:00⟧–⟦5 p.m.→17:00⟧',
    'from ⟦10 a.m.→10:00⟧ to ⟦1 p.m.→13:00⟧, at ⟦noon→12:00⟧ and ⟦midnight→0:00⟧',
    'at ⟦12.15 a.m.→0:15⟧ and ⟦12.15 p.m.→12:15⟧',
    'a ratio of 3:2, verse 3:16, 10:20:30, 15 a.m.',
  ]);
});

describe('sessions and meetings', () => {
  cases(SESSION, [
    'the General Assembly noted that the Committee on Lamps, at its ⟦thirty-fourth session→session 34 of Committee on Lamps⟧, had met',
    'the General Assembly, at its ⟦seventy-fifth session→session 75 of General Assembly⟧',
    'At its ⟦seventy-fifth session→session 75 of General Assembly⟧ the General Assembly met',
    'At its ⟦third session→session 3 of ?⟧ the report was noted',
    'the ⟦eleventh session→session 11 of Commission on Crime Prevention and Criminal Justice⟧ of the Commission on Crime Prevention and Criminal Justice',
    'At its ⟦sixty-ninth session→session 69 of Economic Commission for Europe⟧, held in Geneva, the Economic Commission for Europe adopted',
    'its ⟦9951st meeting→meeting 9951 of ?⟧, ⟦12th Session→session 12 of ?⟧',
    'its ⟦8,701st meeting→meeting 8701 of ?⟧ and, on 8,⟦12th→meeting 12 of ?⟧ and ⟦13th meetings→meeting 13 of ?⟧',
    '⟦81st plenary meeting→meeting 81 of ?⟧',
    '⟦3rd→meeting 3 of ?⟧ to ⟦6th meetings→meeting 6 of ?⟧; ⟦eighth→session 8 of ?⟧ and ⟦ninth sessions→session 9 of ?⟧',
    'the ⟦twenty-third special session→special session 23 of General Assembly⟧ of the General Assembly',
    'the ⟦tenth emergency special session→emergency special session 10 of General Assembly⟧',
    'the resumed ⟦fifty-sixth session→resumed session 56 of ?⟧',
    'the ⟦one hundred and twelfth session→session 112 of ?⟧ and the ⟦hundredth session→session 100 of ?⟧',
    'the ⟦seventy- first session→session 71 of ?⟧',
    'the ⟦Thirteenth United Nations Congress→congress 13 of ?⟧',
    'the Convention on Biological Diversity, and the ⟦ninth session→session 9 of Conference of the Parties to the Convention on Biological Diversity⟧ of the Conference of the Parties to the Convention',
    'the ⟦ninth session→session 9 of ?⟧ of the Conference of the Parties to the Harbour Convention',
    'a session, two meetings, the first of the sessions',
    'the ⟦second session→session 2 of Standing Committee on Lamps and Oars⟧ of the Standing Committee on Lamps and Oars and the Council',
    'the ⟦sixth meeting→meeting 6 of Lake Fishing Forum⟧ of the Lake Fishing Forum in Arendale, the ⟦fifth session→session 5 of ?⟧ of the working group',
    'the Ordinary Council met; the Lake Commission, at its ⟦fourth session→session 4 of Lake Commission⟧, and at the ⟦fifth session→session 5 of ?⟧ of the Plan on Lamps',
    'the International Law Commission on the work of its ⟦seventy-first session→session 71 of International Law Commission⟧ and the Commission at its ⟦seventieth session→session 70 of International Law Commission⟧',
    'Ibid., ⟦Sixty-first Session→session 61 of General Assembly⟧, Supplement No. 7 (A/61/7); Ibid., ⟦Sixty-second Session→session 62 of ?⟧, Supplement No. 7',
    'the General Assembly and the Human Rights Council at their ⟦eighty-second→session 82 of General Assembly⟧ and ⟦sixty-sixth sessions→session 66 of Human Rights Council⟧, respectively, a report',
    'the Group of Experts on Boats of the Trade and Development Board, notes its ⟦seventh session→session 7 of Group of Experts on Boats of the Trade and Development Board⟧, and the General Conference of the United Nations Industrial Development Organization at its ⟦eighteenth session→session 18 of United Nations Industrial Development Organization⟧',
    'General Assembly Security Council ⟦Seventy-first session→session 71 of General Assembly⟧',
    'the ⟦tenth session→session 10 of ?⟧ of the Conference of the Parties serving as the meeting of the Parties to this Agreement',
    'the ⟦Fifteenth United Nations Congress→congress 15 of United Nations Congress on Crime Prevention and Criminal Justice⟧ on Crime Prevention and Criminal Justice',
  ]);
});

describe('sessions of the document’s own body', () => {
  cases(
    SESSION,
    [
      '⟦Eighty-second session→session 82 of General Assembly⟧ Agenda item 3',
      '⟦Sixty-fifth session→session 65 of ?⟧',
      '⟦47th plenary meeting→meeting 47 of General Assembly⟧ 3 December 2027',
      'Decides to return to the question at its ⟦eighty-third session→session 83 of General Assembly⟧, and to hold a debate during the ⟦eighty-third session→session 83 of General Assembly⟧',
      'the outcome of the ⟦twenty-third special session→special session 23 of General Assembly⟧; the ⟦thirty-third session→session 33 of ?⟧',
      'the Committee on Lamps counted oars at its ⟦forty-first session→session 41 of ?⟧ again',
    ],
    { body: 'General Assembly', kind: 'resolution', symbol: 'A/RES/82/7' },
  );
  cases(SESSION, ['⟦Eighty-second session→session 82 of General Assembly⟧'], {
    body: 'General Assembly',
    kind: 'report',
    year: 2028,
  });
  cases(SESSION, ['Adopted unanimously at the ⟦9951st meeting→meeting 9951 of Security Council⟧.'], {
    body: 'Security Council',
    kind: 'resolution',
  });
  cases(
    SESSION,
    [
      '⟦Fifty-third session→session 53 of Human Rights Council⟧',
      '⟦36th meeting→meeting 36 of Human Rights Council⟧',
    ],
    { body: 'Human Rights Council', kind: 'resolution' },
  );
});

describe('the calendar', () => {
  it('knows the days of the months and of the week', () => {
    assert.deepEqual(
      [daysInMonth(2, 2000), daysInMonth(2, 1900), daysInMonth(2, null), daysInMonth(11, 2020)],
      [29, 28, 29, 30],
    );
    for (let day = 0; day < 40000; day += 17) {
      const date = new Date(Date.UTC(1946, 0, 10 + day));
      const expected = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
      assert.equal(weekdayOf(date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()), expected);
    }
    assert.equal(weekdayOf(31, 11, 2020), 0);
  });

  it('gives a date without a year none', () => {
    check(['date'], 'on ⟦31 November→11-31 is none⟧');
  });
});
