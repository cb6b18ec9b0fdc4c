import type { Label } from './block.js';
import type { Masthead } from './masthead.js';
import type { Recognition } from './recognize.js';
import type { Heading, NumberingBreak, Structure } from './structure.js';

/** Whether two structures of the same blocks say the same, of which the blocks themselves have the same roles and numbers. */
export function saysAs(a: Structure, b: Structure): boolean {
  return (
    a.kind === b.kind &&
    a.status === b.status &&
    a.language === b.language &&
    a.bodyStart === b.bodyStart &&
    a.organLine === b.organLine &&
    recognizedAs(a.recognition, b.recognition) &&
    (Object.keys(a.masthead) as (keyof Masthead)[]).every((key) =>
      sameField(a.masthead[key], b.masthead[key]),
    ) &&
    alike(a.paragraphs, b.paragraphs, (x, y) => x === y) &&
    alike(a.headings, b.headings, sameHeading) &&
    alike(a.breaks, b.breaks, sameBreak) &&
    alike(a.scopes, b.scopes, (x, y) => x.container === y.container && x.outer === y.outer)
  );
}

function recognizedAs(a: Recognition, b: Recognition): boolean {
  return (
    a.recognized === b.recognized &&
    a.kind === b.kind &&
    a.declared === b.declared &&
    a.topAtx === b.topAtx &&
    a.forState === b.forState &&
    a.unedited === b.unedited &&
    alike(a.evidence, b.evidence, (x, y) => x === y) &&
    alike([...a.titles.keys()], [...b.titles.keys()], (x, y) => x === y)
  );
}

function alike<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((one, i) => same(one, b[i]!));
}

function sameField(a: Masthead[keyof Masthead], b: Masthead[keyof Masthead]): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  return a.block === b.block && a.value === b.value && a.start === b.start && a.end === b.end;
}

function sameHeading(a: Heading, b: Heading): boolean {
  return (
    a.block === b.block &&
    a.labelBlock === b.labelBlock &&
    a.level === b.level &&
    a.parent === b.parent &&
    a.container === b.container &&
    sameLabel(a.label, b.label)
  );
}

function sameLabel(a: Label | null, b: Label | null): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.style === b.style &&
    a.text === b.text &&
    a.value === b.value &&
    a.start === b.start &&
    a.end === b.end &&
    a.valueSpan.start === b.valueSpan.start &&
    a.bodyStart === b.bodyStart &&
    a.alone === b.alone
  );
}

function sameBreak(a: NumberingBreak, b: NumberingBreak): boolean {
  return (
    a.block === b.block &&
    a.what === b.what &&
    a.level === b.level &&
    a.found === b.found &&
    a.expected === b.expected &&
    a.previous === b.previous &&
    a.unnumbered === b.unnumbered
  );
}
