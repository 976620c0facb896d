import type { NameRule } from './name-rule.ts';

const strictEnvVarName: NameRule = {
  test: (name) => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..'),
  words: 'letters, digits, "-", "_" and ".", without a digit at the start',
};

const relaxedEnvVarName: NameRule = {
  test: (name) => /^[ -<>-~]+$/.test(name),
  words: 'printable ASCII characters other than "="',
};

/** Names of environment variables; relaxed from 1.32 on (gate RelaxedEnvironmentVariableValidation). */
export function envVarName(minor: number): NameRule {
  return minor >= 32 ? relaxedEnvVarName : strictEnvVarName;
}
