import { readFileSync } from 'node:fs';

/** Times of one thing that was measured, in milliseconds. */
export interface Figure {
  readonly median: number;
  readonly p95: number;
  /** Time of the processor for each round, where the system tells; it says more than the rest on a busy machine. */
  readonly cpu?: number;
}

const round = (n: number): number => Math.round(n * 1000) / 1000;

/** The median and the 95th percentile of some times. */
export function summary(times: readonly number[], cpu?: number): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const of = (part: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN);
  const figure = { median: of(0.5), p95: of(0.95) };
  return cpu === undefined || Number.isNaN(cpu) ? figure : { ...figure, cpu: round(cpu) };
}

/** Milliseconds of processor time of this process. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time of another process, in steps of ten; NaN where the system does not tell. */
export function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

/** Memory of a process in MB, or NaN where the system does not tell; `peak` is the most that it ever had. */
export function memoryOf(pid: number, peak = false): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const pattern = peak ? /VmHWM:\s*(\d+)/ : /VmRSS:\s*(\d+)/;
    return Number(pattern.exec(status)?.[1] ?? NaN) / 1024;
  } catch {
    return NaN;
  }
}

export async function time(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Like `time`, in milliseconds of this process's processor time. */
export async function processorTime(run: () => unknown): Promise<number> {
  const started = ownCpu();
  await run();
  return ownCpu() - started;
}
