import { readFileSync } from 'node:fs';

const SAMPLE = new URL('../samples/report-of-the-secretariat.undoc', import.meta.url);

/** A sentence that a rule has something to say of, so that a grown text has findings as drafts have. */
const MISTAKE = ' About 30% of them were trained in the the capital.';

/** How many characters of a grown text come with one such sentence; each has two findings. */
const CHARACTERS_PER_MISTAKE = 10_500;

/**
 * A report of at least `characters` UTF-16 code units, grown from the sample of a report: its masthead once, and its
 * sections again and again, with paragraphs, notes and references numbered on. Headings are without numbers. The same size gives the same
 * text.
 */
export function grow(characters: number): string {
  const sample = readFileSync(SAMPLE, 'utf8');
  const start = sample.indexOf('## I. Introduction');
  const notes = sample.indexOf('[^1]: ');
  const body = sample.slice(start, notes);
  const paragraphs = body.match(/^\d+\. /gm)?.length ?? 0;
  const parts = [sample.slice(0, start)];
  const foot: string[] = [];
  let length = parts[0]!.length;
  let mistakes = 0;
  for (let round = 0; length < characters; round++) {
    const number = (digits: string): string => String(Number(digits) + round * paragraphs);
    let part = body
      .replace(/^\d+(?=\. )/gm, number)
      .replace(
        /\b(paras?\. |paragraphs? )(\d+)(?:( to |–| and )(\d+))?(?= (?:above|below))/g,
        (_all, word: string, from: string, joint?: string, to?: string) =>
          `${word}${number(from)}${joint === undefined ? '' : joint + number(to!)}`,
      )
      .replace(/^(#+) [IVX\dA-Z]+\. /gm, '$1 ')
      .replace(/ in section [IVX]+ (?:above|below)/g, ' in the present report')
      .replace(/\[\^(\d+)\]/g, (_all, key: string) => `[^${Number(key) + round * 2}]`);
    if (round > 0) part = part.replace('United Nations Office on Drugs and Crime (UNODC)', 'UNODC');
    if (length > mistakes * CHARACTERS_PER_MISTAKE) {
      mistakes++;
      part = part.replace('Judges were the smallest group.', (words) => words + MISTAKE);
    }
    parts.push(part);
    foot.push(
      sample
        .slice(notes)
        .trimEnd()
        .replace(/\[\^(\d+)\]/g, (_all, key: string) => `[^${Number(key) + round * 2}]`),
    );
    length += part.length;
  }
  return `${parts.join('')}${foot.join('\n\n')}\n`;
}
