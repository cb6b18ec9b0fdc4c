import { err, visible } from './output.js';

const WIDTH = 24;

/** Shorter runs than this show nothing. */
const PATIENCE_MS = 400;

/** A bar on standard error that tells how far a run over many files is; nothing where nobody looks at a terminal. */
export class Progress {
  readonly #total: number;
  readonly #on: boolean;
  readonly #since = performance.now();
  #done = 0;
  #shown = false;

  constructor(total: number) {
    this.#total = total;
    this.#on = process.stderr.isTTY && total > 1 && process.env['TERM'] !== 'dumb';
  }

  /** Names the file that is worked on now. */
  start(name: string): void {
    if (!this.#on || performance.now() - this.#since < PATIENCE_MS) return;
    const filled = Math.round((WIDTH * this.#done) / this.#total);
    const bar = `${'█'.repeat(filled)}${err.dim('░'.repeat(WIDTH - filled))}`;
    const room = Math.max(0, (process.stderr.columns || 80) - WIDTH - 16);
    const short = name.length > room ? `…${name.slice(name.length - room + 1)}` : name;
    process.stderr.write(`\r\x1b[K${bar} ${this.#done}/${this.#total} ${visible(short)}`);
    this.#shown = true;
  }

  /** Counts a file that is done. */
  step(name: string): void {
    this.#done++;
    this.start(name);
  }

  /** Takes the bar away, so that something else can be written. */
  clear(): void {
    if (!this.#shown) return;
    process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}
