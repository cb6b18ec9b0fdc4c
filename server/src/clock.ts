/**
 * Today's date on the calendar of where the user is, "2024-05-17". Only the ends of the engine ask: what lies between
 * is handed the date, so that the same text has the same findings whenever it is read for that day.
 */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
