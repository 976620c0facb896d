import path from 'node:path';
import type { VariableInput } from '../../core/terraform-protocol.ts';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';
import { inWorkspaceMount } from './fetched-modules.ts';

/** Files with values of variables that lie beside a root module. */
export interface VariableFiles {
  /** Those that Terraform reads by itself, in its order. */
  readonly automatic: readonly string[];
  /** Those that `-var-file` names: each is a set of values of its own. */
  readonly named: readonly string[];
}

/** True for `terraform.tfvars`, `prod.auto.tfvars.json` and the like. */
export function isVariableFile(name: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(name) && !name.startsWith('.');
}

/**
 * Sorts the variable files of a folder as
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence has it.
 *
 * @param files relative to the workspace, all in one folder
 */
export function sortVariableFiles(files: readonly string[]): VariableFiles {
  const usual = ['terraform.tfvars', 'terraform.tfvars.json'];
  const byName = (isWanted: (name: string) => boolean): string[] =>
    files.filter((file) => isWanted(path.posix.basename(file))).toSorted();
  const isAutomatic = (name: string): boolean => /\.auto\.tfvars(?:\.json)?$/.test(name);
  return {
    automatic: [...byName((name) => usual.includes(name)), ...byName(isAutomatic)],
    named: byName((name) => !usual.includes(name) && !isAutomatic(name)),
  };
}

/** A file of the workspace as a source of values. */
export function fileInput(file: string): VariableInput {
  return { kind: 'file', file: inWorkspaceMount(file) };
}

/**
 * Names that a variable file sets, as far as they stand at the beginning of a line or are keys of a JSON object. Only
 * the report of which values are made up depends on it.
 */
export function namesSetIn(workspace: Workspace, file: string): readonly string[] {
  const text = readText(workspace, file) ?? '';
  if (!file.endsWith('.json'))
    return [...text.matchAll(/^([A-Za-z_][\w-]*)[ \t]*=/gm)].map(([, name = '']) => name);
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null ? Object.keys(values) : [];
  } catch {
    return [];
  }
}
