import path from 'node:path';

/** A path as a person would write it from here, with slashes. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const short = relative === '' ? '.' : relative.startsWith(`..${path.sep}..${path.sep}..`) ? file : relative;
  return short.split(path.sep).join('/');
}
