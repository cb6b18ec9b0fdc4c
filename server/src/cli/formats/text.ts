import type { Severity } from '../../document/kinds.js';
import type { Diagnostic } from '../../library/check.js';
import { out, visible } from '../output.js';
import { said } from '../language.js';

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: out.red,
  warning: out.yellow,
  information: out.blue,
  hint: out.dim,
};

/** One line for a finding, its place as editors and terminals read it: from 1 on. */
export function findingInWords(path: string, one: Diagnostic): string {
  const { line, character } = one.range.start;
  const place = out.bold(`${visible(path)}:${line + 1}:${character + 1}:`);
  const fix = one.fix === 'safe' ? out.dim(` (${said`can be fixed`})`) : '';
  return `${place} ${COLOURS[one.severity](`${one.severity}:`)} ${visible(one.message)}${fix} ${out.dim(`[${one.code}]`)}\n`;
}
