import type { Browser, LaunchOptions } from 'playwright-core';

/** Starts a headless browser. */
export declare function launchBrowser(options?: LaunchOptions): Promise<Browser>;
