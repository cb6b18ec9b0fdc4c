/** How a run ended, as the exit status tells it. The gravest thing that happened counts. */
export const STATUS = { fine: 0, findings: 1, failed: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** Notes the status that the process will end with; it never gets better. */
export function endWith(status: Status): void {
  const now = typeof process.exitCode === 'number' ? process.exitCode : 0;
  process.exitCode = Math.max(now, status);
}

/** Whether nothing has happened that the process would tell of with its status. */
export function isFine(): boolean {
  return (process.exitCode ?? STATUS.fine) === STATUS.fine;
}
