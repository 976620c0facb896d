import type { TranslatorEntry } from '../machine/subjects.ts';
import type { TerraformMethods } from './terraform-protocol.ts';

/** What the core's methods take and give; `core/doc.go` is the other side of it. */
export interface CoreMethods extends TerraformMethods {
  'butane.translate': {
    params: { source: string; strict: boolean; pretty: boolean; raw: boolean; filesDir?: string };
    result: Translation & {
      /** Line that the error text names, 0 for none. */
      errorLine: number;
      noVariant: boolean;
    };
  };
  'clc.convert': {
    params: { source: string; platform: string; pretty: boolean; strict: boolean; filesDir?: string };
    result: Translation;
  };
  'ignition.validate': {
    params: { source: string };
    result: { version: string | null; entries: TranslatorEntry[]; error: string | null };
  };
  'ignition.merge': {
    /** `target`: version to merge in and to write; without it the newest that a document declares. */
    params: { base: string; snippets: readonly string[]; pretty: boolean; target?: string };
    result: Translation & { version: string | null };
  };
  'shell.parse': {
    params: { source: string; dialect: 'bash' | 'posix' };
    result: { entries: TranslatorEntry[] };
  };
  'core.versions': { params: Record<string, never>; result: { go: string; modules: Record<string, string> } };
}

/** A translation: Ignition JSON, or null and the reason. */
export interface Translation {
  ignition: string | null;
  entries: TranslatorEntry[];
  /** Upstream's error text; null when it gave Ignition. */
  error: string | null;
}

export type CoreMethod = keyof CoreMethods;
