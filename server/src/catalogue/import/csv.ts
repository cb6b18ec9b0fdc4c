/**
 * Comma-separated values (RFC 4180), read piece by piece so that a file of hundreds of megabytes never stands in
 * memory as a whole. A quoted cell may hold commas, line breaks and doubled quotation marks; a byte order mark at the
 * start is skipped. The separator is what follows the first cell of the first line: a comma, semicolon or tab.
 */
export class CsvReader {
  readonly #onRow: (cells: readonly string[], line: number) => void;
  #separator = '';
  #cells: string[] = [];
  #cell = '';
  #quoted = false;
  /** The last character was a quotation mark inside a quoted cell: its end, or the first of two. */
  #closing = false;
  #started = false;
  /** A carriage return was the last character: a line feed after it belongs to it. */
  #afterReturn = false;
  #line = 1;
  #rowLine = 1;

  /** `onRow` is called for each row with the line it begins in, counted from 1; empty lines are no rows. */
  constructor(onRow: (cells: readonly string[], line: number) => void) {
    this.#onRow = onRow;
  }

  push(chunk: string): void {
    for (let i = 0; i < chunk.length; i++) {
      const char = chunk[i]!;
      if (!this.#started) {
        this.#started = true;
        if (char === '\ufeff') continue;
      }
      const paired = this.#afterReturn && char === '\n';
      this.#afterReturn = char === '\r';
      if (paired) {
        if (this.#quoted && !this.#closing) this.#cell += char;
        continue;
      }
      if (char === '\n' || char === '\r') this.#line++;
      this.#take(char);
    }
  }

  /** Ends the last row. Returns the line of a quotation mark that was never closed, or 0. */
  finish(): number {
    const open = this.#quoted && !this.#closing ? this.#rowLine : 0;
    this.#endRow();
    return open;
  }

  #take(char: string): void {
    if (this.#quoted) {
      if (this.#closing) {
        this.#closing = false;
        if (char === '"') {
          this.#cell += char;
          return;
        }
        this.#quoted = false;
      } else {
        if (char === '"') this.#closing = true;
        else this.#cell += char;
        return;
      }
    }
    if (char === '\n' || char === '\r') this.#endRow();
    else if (char === this.#separator || (this.#separator === '' && /[,;\t]/.test(char))) {
      this.#separator = char;
      this.#cells.push(this.#cell);
      this.#cell = '';
    } else if (char === '"' && this.#cell === '') this.#quoted = true;
    else this.#cell += char;
  }

  #endRow(): void {
    const row = [...this.#cells, this.#cell];
    const empty = row.length === 1 && row[0] === '';
    const line = this.#rowLine;
    this.#cells = [];
    this.#cell = '';
    this.#quoted = false;
    this.#closing = false;
    this.#rowLine = this.#line;
    if (!empty) this.#onRow(row, line);
  }
}
