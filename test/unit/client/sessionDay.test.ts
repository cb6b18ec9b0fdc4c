import assert from 'node:assert/strict';
import { dayOfSession } from '../../../client/src/sessionDay.js';

describe('The day of a statement', () => {
  for (const [what, dates, today, day] of [
    ['is the first one of a session to come', '12–16 October 2026', '22 July 2026', '12 October 2026'],
    ['is today where the session is held today', '12-16 October 2026', '16 October 2026', '16 October 2026'],
    ['is found in two months', '28 September – 2 October 2026', '22 July 2026', '28 September 2026'],
    ['is found in two years', '28 December 2026–5 January 2027', '3 January 2027', '3 January 2027'],
    ['is today where no dates are named', '', '22 July 2026', '22 July 2026'],
    ['is today where the dates are no days', 'autumn 2026', '22 July 2026', '22 July 2026'],
    ['is today where there is no such month', '12–16 Oktober 2026', '22 July 2026', '22 July 2026'],
  ] as const)
    it(what, () => assert.equal(dayOfSession(dates, today), day));
});
