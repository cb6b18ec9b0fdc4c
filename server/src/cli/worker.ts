import { parentPort, workerData } from 'node:worker_threads';
import { loadCatalogue } from './catalogue.js';
import { speak } from './language.js';
import type { WorkerStart } from './pool.js';
import { work, type Job } from './work.js';

/** A thread of the command line: works on the documents it is handed until it is handed none. */
const { task, today, catalogue, only, locale } = workerData as WorkerStart;
speak(locale);
const { view } = await loadCatalogue(catalogue);

parentPort?.on('message', (job: Job | null) => {
  if (job) parentPort?.postMessage(work(task, job, { today, catalogue: view, only }));
  else parentPort?.close();
});
