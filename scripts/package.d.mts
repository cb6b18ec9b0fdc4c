/** Packs the extension into `file` and returns its size in bytes. */
export declare function packageExtension(file: string): number;
