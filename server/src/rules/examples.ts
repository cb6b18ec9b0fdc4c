/** UTF-16 code units of a line of an example beyond which its beginning and its end are shown. */
const LONGEST_LINE = 1_200;

/** The text of an example as it is shown: of a long line the middle is left out. */
export function shownExample(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE / 2)} […] ${line.slice(-100)}` : line,
    )
    .join('\n');
}
