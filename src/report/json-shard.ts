import type { Origin } from '../model/origin.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import type { OpenRule, Shard } from '../model/shard.ts';

/** What a part of a run has, for the program that joins the parts. Key by key, as all of the JSON report. */
export function jsonShard({ index, of, plan, suppressions }: Shard): unknown {
  const { isWholeWorkspace, folder, rules, baseline, lines } = suppressions;
  return {
    index,
    of,
    plan: plan.map((entries) => entries.map(jsonEntry)),
    suppressions: {
      isWholeWorkspace,
      folder,
      rules: rules.map(jsonRule),
      baseline,
      lines: lines.map(({ file, line, text }) => ({ file, line, text })),
    },
  };
}

function jsonRule({ check, paths, entries, reason, until, origin, untilOrigin }: OpenRule): unknown {
  return {
    check,
    paths,
    entries,
    reason,
    until,
    origin: jsonOrigin(origin),
    untilOrigin: jsonOrigin(untilOrigin),
  };
}

export function jsonEntry(entry: MatrixEntry): unknown {
  const { name, source, platform, os, osVersion, networking, arch, controllers } = entry;
  const { kubernetes, kubernetesFrom } = entry;
  return { name, source, platform, os, osVersion, networking, arch, controllers, kubernetes, kubernetesFrom };
}

export function jsonOrigin({ file, line, column, endLine, endColumn }: Origin): unknown {
  return { file, line, column, endLine, endColumn };
}
