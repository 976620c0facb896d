#!/bin/sh
set -eu
case "${1:-}" in
  start | restart) exec /usr/local/bin/agent --config "${CONFIG:=/etc/agent.conf}" ;;
  stop)
    pid=$(cat /run/agent.pid) && kill "$pid"
    ;;
  *)
    printf 'usage: %s {start|stop|restart}\n' "$0" >&2
    exit 2
    ;;
esac
until curl -sf "http://127.0.0.1:$((8000 + 80))/healthz" >/dev/null; do sleep 1; done
