#!/usr/bin/env bash
# Drives the real program with the built web app in Debian's Chromium. What it prints last is
# "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/../.."

report=$(mktemp)
trap 'rm -f "$report"' EXIT

# run CONCURRENCY FILE…
run() {
  node --test --test-concurrency="$1" --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report.part" "${@:2}" || true
  cat "$report.part" >>"$report" && rm "$report.part"
}

# What is measured runs alone.
speed=tests/browser/speed.test.js
mapfile -t others < <(find tests/browser -name '*.test.js' ! -path $speed | sort)
run 2 "${others[@]}"
run 1 $speed

# count NAME: the numbers behind "# NAME" in the report together; nothing when a run was cut short.
count() { sed -n "s/^# $1 //p" "$report" | awk '{ sum += $1 } END { if (NR == 2) print sum }'; }
passed=$(count pass)
failures=$(count fail)
cancelled=$(count cancelled)
failed=$((${failures:-1} + ${cancelled:-0}))
skipped=$(count skipped)
echo "${passed:-0} passed, $failed failed, ${skipped:-0} skipped"
[ "$failed" = 0 ]
