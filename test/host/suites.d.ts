/** All files `suite/*.test.ts`, gathered by the build. */
declare module 'suites' {
  export const suites: readonly (() => Promise<unknown>)[];
}

declare module 'mocha/mocha.js';
