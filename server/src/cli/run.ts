import { readFileSync } from 'node:fs';
import { catalogueFiles, loadCatalogue } from './catalogue.js';
import { collect } from './files.js';
import type { FileOptions } from './options.js';
import { causeOf, complain, remark, visible } from './output.js';
import { inThreads, threadsFor } from './pool.js';
import { Progress } from './progress.js';
import { onTopOf, SettingsFinder } from './settings.js';
import { decode, isText, noText } from './text.js';
import { disputed } from '../rules/stated.js';
import { work, type Circumstances, type Job, type JobResult, type Task } from './work.js';
import { language, said } from './language.js';

/** The program of a thread lies beside this one. */
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * Finds the documents that the arguments name and works on all of them. What cannot be read is told on standard error
 * and ends the run with 2; the others are worked on all the same. `onResult` gets each result in order: when it is
 * there, or, where several documents are checked, when it is known what the others say.
 */
export async function runOn(
  task: Task,
  args: readonly string[],
  options: FileOptions,
  onResult: (result: Extract<JobResult, { is: 'checked' | 'inspected' | 'fixed' | 'renumbered' }>) => void,
  only?: ReadonlySet<string>,
): Promise<{ passedOver: number }> {
  const jobs = findJobs(args, options);
  const { today } = options;
  const catalogue = catalogueFiles(options.catalogue);
  const { view, failures } = await loadCatalogue(catalogue);
  failures.forEach(complain);

  const progress = new Progress(jobs.length);
  let passedOver = 0;
  const broken = new Set<string>();
  const checked: Checked[] = [];
  const take = (result: JobResult): void => {
    progress.step(result.path);
    if (result.damaged && result.is !== 'passed-over') {
      progress.clear();
      tellOfDamage(result.path);
    }
    switch (result.is) {
      case 'passed-over':
        passedOver++;
        return;
      case 'failed':
        progress.clear();
        complain(visible(said`${result.path} cannot be read: ${result.cause}.`));
        return;
      case 'checked':
        for (const rule of result.broken) broken.add(rule);
        progress.clear();
        if (jobs.length > 1) checked.push(result);
        else onResult(result);
        return;
      case 'inspected':
      case 'fixed':
      case 'renumbered':
        progress.clear();
        onResult(result);
    }
  };
  const threads = threadsFor(jobs, options.jobs);
  if (threads === 1) {
    for (const job of jobs) {
      progress.start(job.path);
      take(work(task, job, { today, catalogue: view, only }));
    }
  } else {
    await inThreads(jobs, threads, WORKER, { task, today, catalogue, only, locale: language().locale }, take);
  }
  for (const result of compared(checked, jobs, { today, catalogue: view })) onResult(result);
  progress.clear();
  for (const rule of broken) remark(said`a rule failed and was left out: ${rule}`);
  return { passedOver };
}

type Checked = Extract<JobResult, { is: 'checked' }>;

/** The results of a check, those of documents that contradict each other worked out again with that in view. */
function compared(
  results: readonly Checked[],
  jobs: readonly Job[],
  circumstances: Circumstances,
): Checked[] {
  const contradicted = disputed(results.flatMap(({ said }) => said));
  return results.map((result) => {
    const elsewhere = contradicted.get(result.path);
    const job = elsewhere && jobs.find(({ path }) => path === result.path);
    if (!job) return result;
    const again = work('check', { ...job, elsewhere }, circumstances);
    return again.is === 'checked' ? again : result;
  });
}

/** The documents that the arguments name, with the settings that count for each. */
export function findJobs(args: readonly string[], options: FileOptions): readonly Job[] {
  const finder = new SettingsFinder(options.config, onTopOf(options), (message, fatal) =>
    fatal ? complain(message) : remark(message),
  );
  const { jobs, failures } = collect(args, finder, options, readStandardInput);
  for (const failure of failures) complain(visible(failure));
  return jobs;
}

function readStandardInput(): string {
  try {
    const bytes = readFileSync(0);
    const cause = noText(bytes);
    if (cause !== null) {
      complain(said`Standard input cannot be read: ${cause}.`);
      return '';
    }
    if (!isText(bytes)) tellOfDamage('-');
    return decode(bytes);
  } catch (error) {
    // A terminal that was closed, or none at all: there is nothing to read.
    if (error instanceof Error && 'code' in error && error.code === 'EOF') return '';
    complain(said`Standard input cannot be read: ${causeOf(error)}.`);
    return '';
  }
}

/** What was no text was read all the same: whoever wonders at what is said of it learns why. */
function tellOfDamage(shownPath: string): void {
  remark(visible(said`${shownPath} holds bytes that are no text in UTF-8: they are read as “\ufffd”.`));
}
