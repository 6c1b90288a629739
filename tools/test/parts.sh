# shellcheck shell=bash
# Parts of a test run. A part is a program whose last line is "N passed, N failed, N skipped".
# Sourced by ./test.

passed=0
failed=0
skipped=0
only=""
all_ran=0
postgres=""

# However the run ends, its last line counts; a run that broke off has failed.
total() {
  [ -z "$postgres" ] || tools/test/postgres.sh stop "$postgres" || true
  [ $all_ran = 1 ] || failed=$((failed + 1))
  [ "$((passed + failed))" -gt 0 ] || say "no test ran${only:+: no part is called $only}"
  say "$skipped skipped"
  say "$passed passed, $failed failed"
  if [ "$failed" = 0 ] && [ "$passed" -gt 0 ]; then exit 0; else exit 1; fi
}

# part NAME COMMAND…: runs it, unless another part was asked for, and adds up its counts.
part() {
  local name=$1 log=build/log/$1.log began counts code=0
  shift
  [ -z "$only" ] || [ "$only" = "$name" ] || return 0
  began=$(now_ms)
  logged "$name" "$log" "$@" || code=$?
  counts=$(tail -n 1 "$log")
  if [[ ! $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
    say "ended with code $code before it could count, after $(seconds_since "$began")"
    failed=$((failed + 1))
    tail -n 200 "$log"
    return 0
  fi
  passed=$((passed + BASH_REMATCH[1]))
  failed=$((failed + BASH_REMATCH[2]))
  skipped=$((skipped + BASH_REMATCH[3]))
  printf '%-44s%10s\n' "$counts" "$(seconds_since "$began")"
  [ "${BASH_REMATCH[2]}" = 0 ] || sed '$d' "$log" | tail -n 300
}

# begin NAME COMMAND…: runs it beside the parts that follow, until `part NAME begun NAME` waits
# for it.
declare -A running
begin() {
  local name=$1
  shift
  [ -z "$only" ] || [ "$only" = "$name" ] || return 0
  "$@" >"build/log/$name.begun.log" 2>&1 </dev/null &
  running[$name]=$!
}

# begun NAME: what it printed, once it has ended.
begun() { tail -n +1 -f --pid="${running[$1]}" "build/log/$1.begun.log"; }

# Starts a private PostgreSQL for the length of the run, unless one was given.
start_postgres() {
  [ -z "${SLUIS_TEST_POSTGRES:-}" ] || return 0
  postgres=$(mktemp -u /tmp/sluis-postgres.XXXXXX)
  SLUIS_TEST_POSTGRES=$(tools/test/postgres.sh start "$postgres")
  export SLUIS_TEST_POSTGRES
}
