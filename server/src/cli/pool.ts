import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Locale } from '../l10n/language.js';
import type { CatalogueFiles } from './catalogue.js';
import type { Job, JobResult, Task } from './work.js';
import { said } from './language.js';

/** What a worker is started with. */
export interface WorkerStart {
  readonly task: Task;
  readonly today: string;
  readonly catalogue: CatalogueFiles;
  readonly only?: ReadonlySet<string>;
  readonly locale: Locale;
}

/** A worker takes about as long to start as it takes to check this many files. */
const FILES_PER_WORKER = 6;

/** How many threads are worth it: no more than were allowed, and none for a few files. */
export function threadsFor(jobs: readonly Job[], allowed: number | undefined): number {
  const wanted = Math.floor(jobs.length / FILES_PER_WORKER);
  return Math.max(1, Math.min(allowed ?? availableParallelism(), wanted));
}

/**
 * Works on documents in threads and hands the results on in the order of the jobs, each as soon as those before it are
 * there. `worker` is the program of a thread.
 */
export async function inThreads(
  jobs: readonly Job[],
  threads: number,
  worker: URL,
  start: WorkerStart,
  onResult: (result: JobResult) => void,
): Promise<void> {
  const results: (JobResult | undefined)[] = new Array<JobResult | undefined>(jobs.length);
  let next = 0;
  let reported = 0;
  const settle = (index: number, result: JobResult): void => {
    results[index] = result;
    for (let ready = results[reported]; ready; ready = results[reported]) {
      results[reported++] = undefined;
      onResult(ready);
    }
  };
  const runOne = (): Promise<void> =>
    new Promise((resolve) => {
      const thread = new Worker(worker, { workerData: start });
      let current = -1;
      const give = (): void => {
        if (next >= jobs.length) {
          current = -1;
          thread.postMessage(null);
          return;
        }
        current = next++;
        thread.postMessage(jobs[current]);
      };
      thread.on('message', (result: JobResult) => {
        settle(current, result);
        give();
      });
      thread.on('error', (error) => {
        // Out of memory, as a rule: the document it had is lost, the others go on in a new thread.
        if (current >= 0) settle(current, { path: jobs[current]!.path, is: 'failed', cause: error.message });
        current = -2;
      });
      thread.on('exit', (code) => {
        if (current >= 0) {
          settle(current, {
            path: jobs[current]!.path,
            is: 'failed',
            cause: said`its thread ended with ${code}`,
          });
          current = -2;
        }
        if (current === -2 && next < jobs.length) void runOne().then(resolve);
        else resolve();
      });
      give();
    });
  await Promise.all(Array.from({ length: threads }, runOne));
}
