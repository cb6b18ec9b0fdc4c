import { readFileSync } from 'node:fs';
import type { CatalogueView } from '../catalogue/view.js';
import type { DocumentKind } from '../document/kinds.js';
import { checkDraft, type Check } from '../library/check.js';
import { applySafeFixes } from '../library/fix.js';
import { inspectDraft, type Inspection } from '../library/inspect.js';
import { renumberDraft } from '../library/renumber.js';
import { elsewhereOf, type StatementElsewhere } from '../rules/stated.js';
import type { Settings } from '../settings/settings.js';
import { OpenDraft, type OpenOptions } from '../workspace/openDraft.js';
import { statedIn } from '../workspace/summary.js';
import { language } from './language.js';
import { causeOf } from './output.js';
import { decode, isText, noText } from './text.js';

export type Task = 'check' | 'inspect' | 'fix' | 'renumber';

/** One document to be worked on, as plain data: it travels to a worker thread. */
export interface Job {
  /** As it is shown: relative to where the program was started, with slashes; "-" for standard input. */
  readonly path: string;
  /** Where it is read from; null where the text is given. */
  readonly file: string | null;
  readonly text?: string;
  /** Whether it is taken for a United Nations document whatever its text says. */
  readonly sure: boolean;
  readonly kind: DocumentKind | null;
  readonly settings: Settings;
  /** What the other documents of the run say that this one contradicts. */
  readonly elsewhere?: readonly StatementElsewhere[];
}

/**
 * What came of a document; plain data as well. `damaged`: some of its bytes are no text and were read as U+FFFD, or it
 * holds a null, which no text does.
 */
export type JobResult = Outcome & { readonly damaged?: boolean };

type Outcome =
  | {
      readonly path: string;
      readonly is: 'checked';
      readonly check: Check;
      readonly broken: readonly string[];
      /** What the document says of its meeting and of other documents; its address there is its path. */
      readonly said: readonly StatementElsewhere[];
    }
  | { readonly path: string; readonly is: 'inspected'; readonly inspection: Inspection }
  | {
      readonly path: string;
      readonly is: 'fixed';
      readonly before: string;
      readonly after: string;
      readonly applied: Readonly<Record<string, number>>;
    }
  | {
      readonly path: string;
      readonly is: 'renumbered';
      readonly before: string;
      readonly after: string;
      /** How many labels and references changed. */
      readonly labels: number;
      readonly references: number;
      /** References that were left as they are, with their 0-based line. */
      readonly problems: readonly { readonly line: number; readonly message: string }[];
      /** Why nothing was renumbered, or null. */
      readonly refused: string | null;
    }
  | { readonly path: string; readonly is: 'passed-over' }
  | { readonly path: string; readonly is: 'failed'; readonly cause: string };

export interface Circumstances {
  readonly today: string;
  readonly catalogue: CatalogueView;
  /** The rules whose fixes are applied; all of them unless told. */
  readonly only?: ReadonlySet<string>;
}

/** Works on one document. Never throws: what goes wrong is a result. */
export function work(task: Task, job: Job, circumstances: Circumstances): JobResult {
  try {
    if (job.text !== undefined) return workOn(task, job, job.text, circumstances);
    const bytes = readFileSync(job.file!);
    const cause = noText(bytes);
    if (cause !== null) return { path: job.path, is: 'failed', cause };
    const result = workOn(task, job, decode(bytes), circumstances);
    return isText(bytes) ? result : { ...result, damaged: true };
  } catch (error) {
    return { path: job.path, is: 'failed', cause: causeOf(error) };
  }
}

function workOn(task: Task, job: Job, text: string, { today, catalogue, only }: Circumstances): Outcome {
  const { path } = job;
  const broken: string[] = [];
  const options: OpenOptions = {
    kind: job.kind,
    settings: job.settings,
    today,
    catalogue,
    elsewhere: job.elsewhere ? elsewhereOf(job.elsewhere) : null,
    onRuleFailure: (rule, error) => broken.push(`${rule.code}: ${causeOf(error)}`),
  };
  const open = new OpenDraft(text, options);
  if (!job.sure && !open.draft.structure.recognition.recognized) return { path, is: 'passed-over' };
  switch (task) {
    case 'check':
      return {
        path,
        is: 'checked',
        check: checkDraft(open, language()),
        broken,
        said: statedIn(open.draft, open.analysis, { uri: path }),
      };
    case 'inspect':
      return { path, is: 'inspected', inspection: inspectDraft(open) };
    case 'fix': {
      const { text: after, applied } = applySafeFixes(open, options, only);
      return { path, is: 'fixed', before: text, after, applied };
    }
    case 'renumber':
      return { path, is: 'renumbered', before: text, ...renumberDraft(open, language()) };
  }
}
