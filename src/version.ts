import packageFile from '../package.json' with { type: 'json' };

/** Version of windtunnel, as in package.json. */
export const version: string = packageFile.version;
