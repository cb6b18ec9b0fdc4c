import {
  describeNewDocumentError,
  findNewDocument,
  newDocument,
  NEW_DOCUMENTS,
  type NewDocument,
} from '../templates/index.js';
import { UsageError } from './command.js';
import type { NewOptions } from './commands/new.js';
import { out, print } from './output.js';
import { language, said, say } from './language.js';

/** Runs `plenary new`. */
export async function runNew(kind: string | undefined, options: NewOptions): Promise<void> {
  if (kind === undefined) {
    await print(
      NEW_DOCUMENTS.map(
        (one) => `${out.bold(one.id.padEnd(WIDTH))}  ${language().translate(one.description)}\n`,
      ).join(''),
    );
    return;
  }
  const made = newDocument(kind, options.set ?? {});
  if (!made.ok) throw new UsageError(say(describeNewDocumentError(made.error)));
  const template = findNewDocument(kind);
  await print(options.questions && template ? questions(template) : made.document.text);
}

const WIDTH = Math.max(...NEW_DOCUMENTS.map((one) => one.id.length));

function questions(template: NewDocument): string {
  const rows = [
    ...template.questions.map(({ name, label, choices, example, default: usual }) => ({
      name,
      label: language().translate(label),
      hint: choices ? choices.join(' | ') : example,
      usual,
    })),
    ...template.blanks.map(({ name, hint, choices, example }) => ({
      name,
      label: hint,
      hint: choices ? choices.join(' | ') : example,
      usual: undefined,
    })),
  ];
  return rows
    .map(
      ({ name, label, hint, usual }) =>
        `${out.bold(name)}  ${label}\n    ${out.dim(usual === undefined ? said`for example: ${hint}` : said`unless told: ${usual}`)}\n`,
    )
    .join('');
}
