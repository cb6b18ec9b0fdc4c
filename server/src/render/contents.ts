/** A line of a table of contents. */
export interface ContentsLine {
  /** 0 for the outermost headings; told by the indentation. */
  readonly level: number;
  /** The words with their marks. */
  readonly words: string;
  /** The number of a page, or of the paragraphs; null for a line without leader, as the heading of the table. */
  readonly page: string | null;
}

const ENTRY = /(?:(?:[.…][ \t]?){3,}|…{2,})[ \t]*(\d{0,4}(?:[–-]\d{1,4})?)[ \t]*$|\t(\d{1,4})[ \t]*$/;
const BEGINNING = /^([ \t]*)(?:[-*+•–][ \t]+)?/;

/** The lines of a table of contents, as a person or "Insert the table of contents" has written them. Any text has some. */
export function contentsLines(source: string): ContentsLine[] {
  return source
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const entry = ENTRY.exec(line);
      if (!entry) return { level: 0, words: line.trim(), page: null };
      const [beginning, indent = ''] = BEGINNING.exec(line)!;
      return {
        level: Math.min(3, indent.replaceAll('\t', '  ').length >> 1),
        words: line.slice(beginning.length, entry.index).trim(),
        page: entry[1] ?? entry[2] ?? '',
      };
    });
}
