import assert from 'node:assert/strict';
import { inThreads, threadsFor } from '../../server/src/cli/pool.js';
import type { Job, JobResult } from '../../server/src/cli/work.js';
import { DEFAULTS } from '../../server/src/settings/settings.js';

const jobs = (paths: readonly string[]): Job[] =>
  paths.map((path) => ({ path, file: null, text: '', sure: true, kind: null, settings: DEFAULTS }));

/** A thread that waits as long as the name of a document says, and fails on some. */
const WORKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', async (job) => {
      if (!job) return parentPort.close();
      if (job.path === 'throws') throw new Error('on purpose');
      if (job.path === 'leaves') process.exit(3);
      await new Promise((resolve) => setTimeout(resolve, Number(job.path)));
      parentPort.postMessage({ path: job.path, is: 'passed-over' });
    });
  `)}`,
);

async function work(paths: readonly string[], threads: number): Promise<string[]> {
  const out: JobResult[] = [];
  const start = { task: 'check', today: '2024-06-03', catalogue: [], locale: 'en' } as const;
  await inThreads(jobs(paths), threads, WORKER, start, (result) => out.push(result));
  return out.map((one) => (one.is === 'failed' ? `${one.path}: ${one.cause}` : one.path));
}

describe('Work in threads', () => {
  it('comes back in the order of the documents, however long each takes', async () => {
    const paths = ['90', '1', '40', '0', '20', '5'];
    for (const threads of [1, 2, 5]) assert.deepEqual(await work(paths, threads), paths);
  });

  it('loses no document but the one that a thread fell over', async () => {
    assert.deepEqual(await work(['5', 'throws', '1', 'leaves', '2', '3'], 2), [
      '5',
      'throws: on purpose',
      '1',
      'leaves: its thread ended with 3',
      '2',
      '3',
    ]);
    assert.deepEqual(await work(['throws', 'leaves'], 3), [
      'throws: on purpose',
      'leaves: its thread ended with 3',
    ]);
    assert.deepEqual(await work([], 2), []);
  });

  it('is not begun for a few documents, nor by more threads than were allowed', () => {
    const many = jobs(Array.from({ length: 100 }, (_, i) => String(i)));
    assert.equal(threadsFor(many.slice(0, 5), 8), 1);
    assert.equal(threadsFor(many, 1), 1);
    assert.equal(threadsFor(many, 3), 3);
  });
});
