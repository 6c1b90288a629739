#!/usr/bin/env bash
# A private PostgreSQL for one test run: no system cluster is touched, nothing listens beyond
# loopback, and it is gone afterwards.
#   postgres.sh start FOLDER   makes it in FOLDER (which must not exist) and prints its URL
#   postgres.sh stop FOLDER
set -euo pipefail

programs=/usr/lib/postgresql/15/bin
action=$1
folder=$2

# PostgreSQL refuses to run as root: then Debian's own user for it runs it.
as_server_user() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

free_port() {
  /usr/bin/python3 -c 'import socket
s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  local port
  port=$(free_port)
  mkdir -p "$folder"
  [ "$(id -u)" != 0 ] || chown postgres "$folder"
  cd "$folder"
  # An order of text that is not that of its bytes, as a server often has.
  as_server_user "$programs/initdb" -D "$folder/data" -U sluis -A trust -E UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=nl-NL >"$folder/initdb.log"
  # No autovacuum: its transactions hold back the facts of the outbox for a moment, as any running
  # transaction of the server does, and tests count them.
  # Durability is on: the kill tests count on it, and group commit makes it cheap.
  as_server_user "$programs/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -s start -o "\
    -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder \
    -c max_connections=300 -c shared_buffers=128MB -c max_prepared_transactions=10 \
    -c log_min_messages=warning -c autovacuum=off" >/dev/null
  echo "postgresql://sluis@127.0.0.1:$port/postgres"
}

stop() {
  [ -d "$folder/data" ] || return 0
  cd /
  as_server_user "$programs/pg_ctl" -D "$folder/data" -m immediate -s stop || true
  rm -rf "$folder"
}

case $action in
  start) start ;;
  stop) stop ;;
  *) sed -n 2,5p "$0" && exit 2 ;;
esac
