# shellcheck shell=bash
# Steps that say what they do and how long it took. Sourced by ./run and ./test.

say() { printf '%s\n' "$*"; }

# die MESSAGE…: one line each, on standard error.
die() {
  printf '%s\n' "$@" >&2
  exit 1
}

now_ms() { date +%s%3N; }

# seconds_since MOMENT: "12.3 s" since a moment taken from now_ms.
seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# logged TITLE LOG COMMAND…: runs it into LOG; a terminal sees the last line move.
logged() {
  local title=$1 log=$2 line
  shift 2
  mkdir -p "$(dirname "$log")"
  printf '%-22s' "$title"
  if [ -t 1 ]; then
    "$@" 2>&1 </dev/null | tee "$log" | while IFS= read -r line; do
      printf '\r%-22s%.58s\033[K' "$title" "$line"
    done
    local code=${PIPESTATUS[0]}
    printf '\r%-22s\033[K' "$title"
    return "$code"
  fi
  "$@" >"$log" 2>&1 </dev/null
}

# step TITLE COMMAND…: one line with the time it took; what it printed only when it fails.
step() {
  local title=$1 log=build/log/$1.log began
  began=$(now_ms)
  shift
  if logged "$title" "$log" "$@"; then
    say "$(seconds_since "$began")"
  else
    say "failed after $(seconds_since "$began"); the end of $log:"
    tail -n 60 "$log"
    return 1
  fi
}
