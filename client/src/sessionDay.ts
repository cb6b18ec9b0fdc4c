const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The day on which a statement is likeliest made at a session that is held on `dates`, as "12–16 October 2026" or "28
 * September–2 October 2026": its first day, unless today, "30 November 2026", is one of its days. Today where the dates are
 * not to be read so.
 */
export function dayOfSession(dates: string, today: string): string {
  const m = /^(\d{1,2})(?: ([A-Z][a-z]+))?(?: (\d{4}))? ?[-–] ?(\d{1,2} ([A-Z][a-z]+) (\d{4}))$/.exec(
    dates.trim(),
  );
  if (!m) return today;
  const [, day = '', month = m[5]!, year = m[6]!, last = ''] = m;
  const first = `${Number(day)} ${month} ${year}`;
  const [from, to, now] = [orderOf(first), orderOf(last), orderOf(today)];
  return from === undefined || to === undefined || (now !== undefined && from <= now && now <= to)
    ? today
    : first;
}

/** A number that is the greater the later a day is; undefined for what is none. */
function orderOf(day: string): number | undefined {
  const [date = '', month = '', year = ''] = day.split(' ');
  const index = MONTHS.indexOf(month);
  return index < 0 ? undefined : (Number(year) * 12 + index) * 31 + Number(date);
}
