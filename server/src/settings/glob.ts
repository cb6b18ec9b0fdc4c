/**
 * Whether the path of a file (from the folder of the configuration, with slashes) matches a pattern. `*` and `?` stay
 * within one name, `**` spans folders, `{a,b}` names alternatives; a pattern without a slash is looked for in every
 * folder. A pattern that is the path itself matches whatever characters it holds. Letters count as they are written.
 * The time is bounded by the product of both lengths.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  if (path === pattern) return true;
  const names = path.split('/');
  for (const one of alternatives(pattern)) {
    const parts = one.replace(/^\.?\//, '').split('/');
    if (parts.length === 1 && !one.startsWith('/')) parts.unshift('**');
    if (matchesNames(names, parts)) return true;
  }
  return false;
}

/** More alternatives than these are not written by hand. */
const MOST_ALTERNATIVES = 200;

/** The patterns that one with braces stands for; braces that are not closed stand for themselves. */
function alternatives(pattern: string): string[] {
  let open = [pattern];
  const done: string[] = [];
  while (open.length > 0 && open.length + done.length <= MOST_ALTERNATIVES) {
    const next: string[] = [];
    for (const one of open) {
      const start = one.indexOf('{');
      const end = start < 0 ? -1 : one.indexOf('}', start);
      if (end < 0) {
        done.push(one);
        continue;
      }
      for (const choice of one.slice(start + 1, end).split(',')) {
        next.push(one.slice(0, start) + choice + one.slice(end + 1));
      }
    }
    open = next;
  }
  return done;
}

/** Matches names of folders against parts of a pattern, row by row of a table: `**` is any number of names. */
function matchesNames(names: readonly string[], parts: readonly string[]): boolean {
  let row = new Array<boolean>(names.length + 1).fill(false);
  row[0] = true;
  for (const part of parts) {
    const next = new Array<boolean>(names.length + 1).fill(false);
    if (part === '**') {
      let reached = false;
      for (let i = 0; i <= names.length; i++) {
        reached ||= row[i]!;
        next[i] = reached;
      }
    } else {
      for (let i = 0; i < names.length; i++) next[i + 1] = row[i]! && matchesName(names[i]!, part);
    }
    row = next;
  }
  return row[names.length]!;
}

/** One name against `*` and `?`. A star is taken back to the last place only, which is enough. */
function matchesName(name: string, part: string): boolean {
  let i = 0;
  let j = 0;
  let star = -1;
  let resume = 0;
  while (i < name.length) {
    const c = part[j];
    if (c === '*') {
      star = j++;
      resume = i;
    } else if (c !== undefined && (c === '?' || c === name[i])) {
      i++;
      j++;
    } else if (star >= 0) {
      j = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (part[j] === '*') j++;
  return j === part.length;
}
