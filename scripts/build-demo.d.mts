/** Builds the demo page into `file` and returns its size in bytes. */
export declare function buildDemo(file?: string): Promise<number>;
