import manifest from '../package.json' with { type: 'json' };

/** The version of the package, as `--version` prints it and the server tells its clients. */
export const VERSION: string = manifest.version;
