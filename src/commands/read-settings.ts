import path from 'node:path';
import { checks } from '../../checks/index.generated.ts';
import type { Config, MachineTarget } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { formatOrigin } from '../model/origin.ts';
import type { Workspace } from '../sources/workspace.ts';
import { UsageError } from './usage-error.ts';

/** Where to look for settings, and what wins over them. */
export interface SettingsRequest {
  readonly cwd: string;
  readonly configFile?: string;
  readonly target: MachineTarget;
  readonly timeoutSeconds?: number;
}

/** The configuration of a workspace, with what the command line says instead; wrong settings are a usage error. */
export function readSettings(workspace: Workspace, request: SettingsRequest): Config {
  const loaded = loadConfig(workspace, {
    ...(request.configFile !== undefined && {
      file: inWorkspace(workspace, request.cwd, request.configFile),
    }),
    knownChecks: checks.map((check) => check.id),
  });
  if (loaded.kind === 'errors') {
    throw new UsageError(
      loaded.errors.map((error) => `${formatOrigin(error.origin)}: ${error.message}`).join('\n'),
    );
  }
  const { config } = loaded;
  const { timeoutSeconds = config.limits.timeoutSeconds } = request;
  return {
    ...config,
    limits: { ...config.limits, timeoutSeconds },
    target: { ...config.target, ...request.target },
    machines: config.machines.map((machine) => ({
      ...machine,
      target: { ...machine.target, ...request.target },
    })),
  };
}

function inWorkspace(workspace: Workspace, cwd: string, file: string): string {
  const relative = path.relative(workspace.root, path.resolve(cwd, file));
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative.split(path.sep).join('/');
  throw new UsageError(`${file} lies outside ${workspace.root}, the folder that is checked`);
}
