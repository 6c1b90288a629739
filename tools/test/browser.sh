#!/usr/bin/env bash
# Drives the real program with the built web app in Debian's Chromium. What it prints last is
# "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/../.."

report=$(mktemp)
trap 'rm -f "$report"' EXIT
node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$report" tests/browser/*.test.js || true

# count NAME: the number behind "# NAME" in the report; nothing when the run was cut short.
count() { sed -n "s/^# $1 //p" "$report" | tail -n 1; }
passed=$(count pass)
failures=$(count fail)
cancelled=$(count cancelled)
failed=$((${failures:-1} + ${cancelled:-0}))
skipped=$(count skipped)
echo "${passed:-0} passed, $failed failed, ${skipped:-0} skipped"
[ "$failed" = 0 ]
