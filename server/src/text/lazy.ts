/**
 * A value that is made when it is first asked for, and kept: what a program does not come to costs it nothing. Where
 * making it throws, the next one who asks tries again.
 */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
