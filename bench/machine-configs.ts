import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildButane, hasGo } from '../scripts/build-go-program.ts';
import { measure, seconds } from './measure.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** `windtunnel check` on folders of Butane configs against `butane --strict`, once a file, in a shell loop. */
export function machineBench(): void {
  const butane = hasGo ? buildButane('v0.29.0') : undefined;
  const bare = measure([process.execPath, '-e', '0'], 9);
  console.log(
    `machine configs: Node ${process.versions.node}, ${availableParallelism()} cores; node -e 0 takes ${seconds(bare.wall)}`,
  );
  for (const [files, runs] of [
    [1, 9],
    [50, 9],
    [2000, 3],
  ] as const) {
    const folder = writeConfigs(files);
    const ours = measure([process.execPath, cli, 'check', folder], runs);
    const line = `${String(files).padStart(5)} files: windtunnel ${seconds(ours.wall)}, peak ${Math.round(ours.memory)} MiB`;
    if (butane) {
      const loop = `for f in ${folder}/*.yaml; do ${butane} --strict "$f" >/dev/null; done`;
      const theirs = measure(['sh', '-c', loop], runs);
      console.log(
        `${line}; butane loop ${seconds(theirs.wall)}; ratio ${(ours.wall / theirs.wall).toFixed(2)}`,
      );
    } else console.log(`${line}; butane: skipped, there is no Go on this machine`);
    rmSync(folder, { recursive: true });
  }
}

/** Realistic configs, no two alike. */
function writeConfigs(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-bench-'));
  for (let index = 0; index < count; index += 1) {
    writeFileSync(path.join(folder, `machine-${String(index).padStart(5, '0')}.yaml`), config(index));
  }
  return folder;
}

function config(index: number): string {
  return `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: etcd-member.service
      enabled: true
      contents: |
        [Unit]
        Description=etcd of machine ${index}
        After=network-online.target
        Wants=network-online.target
        [Service]
        Environment=ETCD_IMAGE=quay.io/coreos/etcd:v3.6.${index % 10}
        ExecStartPre=/bin/mkdir -p /var/lib/etcd
        ExecStart=/usr/bin/podman run --name etcd --network host \${ETCD_IMAGE}
        Restart=on-failure
        [Install]
        WantedBy=multi-user.target
    - name: kubelet.service
      enabled: true
      contents: |
        [Unit]
        Description=Kubelet ${index}
        [Service]
        ExecStart=/usr/local/bin/kubelet --node-ip=10.0.${index >> 8}.${index & 255}
        Restart=always
        [Install]
        WantedBy=multi-user.target
storage:
  directories:
    - path: /etc/kubernetes
  files:
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: machine-${index}
    - path: /opt/bootstrap/apply-${index}
      mode: 0755
      contents:
        inline: |
          #!/bin/bash -e
          until kubectl version; do
            echo "waiting for ${index}"
            sleep 5
          done
    - path: /etc/docker/daemon.json
      mode: 0644
      contents:
        inline: |
          { "log-opts": { "max-size": "${index}m" } }
passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 ${'A'.repeat(60)}${index}
`;
}
