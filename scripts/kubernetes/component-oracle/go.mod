// The modules are those of scripts/oracle/go.mod: see scripts/kubernetes/component-oracle.ts.
module windtunnel/component-oracle

go 1.26
