import type { Browser, Page } from 'playwright-core';

/** What `startHost` is asked for; see host.mjs. */
export interface HostOptions {
  folder: string;
  extension?: string;
  tests?: string;
  kind?: 'web';
  others?: string[];
  opens?: string;
  extensionsDir?: string;
  settings?: Record<string, unknown>;
  logFile?: string;
  browserArgs?: string[];
  viewport?: { width: number; height: number };
  deviceScaleFactor?: number;
  locale?: string;
}

export interface Host {
  readonly page: Page;
  readonly browser: Browser;
  /** The process that all of the workbench's processes on this computer descend from. */
  readonly pid: number;
  readonly url: URL;
  /** The copy of the folder that is open. */
  readonly folder: string;
  readonly report: string[];
  onReport?: (line: string) => void;
  readonly exit: Promise<unknown>;
  close(): Promise<void>;
}

export declare const REPORT_MARK: string;
export declare function startHost(options: HostOptions): Promise<Host>;
