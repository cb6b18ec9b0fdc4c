import type { Severity } from '../../document/kinds.js';
import type { CheckedFile } from '../checking.js';

/**
 * The levels of annotations: an information and a hint are notices.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Commands of a GitHub workflow: one annotation for each finding. Lines and columns count from 1. */
export function github({ path, diagnostics }: CheckedFile): string {
  return diagnostics
    .map(({ severity, message, code, range: { start, end } }) => {
      // Columns may be given only where both ends are on one line.
      const columns =
        start.line === end.line
          ? [`col=${start.character + 1}`, `endColumn=${Math.max(end.character, start.character + 1)}`]
          : [];
      const properties = [
        `file=${property(path)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        ...columns,
        `title=${property(`Plenary: ${code}`)}`,
      ];
      return `::${LEVELS[severity]} ${properties.join(',')}::${data(message)}\n`;
    })
    .join('');
}

/** What a message must not hold, as @actions/core escapes it (packages/core/src/command.ts). */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
