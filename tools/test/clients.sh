#!/usr/bin/env bash
# The tracking libraries of others, unmodified, send to the real program; what it stored is
# compared. What they would run at installation is not run. What it prints last is
# "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! cmp -s tests/clients/package-lock.json build/clients.lock; then
  npm --prefix tests/clients ci --ignore-scripts --no-audit --no-fund
  cp tests/clients/package-lock.json build/clients.lock
fi

report=$(mktemp)
trap 'rm -f "$report"' EXIT
node --test --test-concurrency=2 --test-reporter=spec --test-reporter-destination=stdout \
  --test-reporter=tap --test-reporter-destination="$report" tests/clients/*.test.js || true

# count NAME: the number behind "# NAME" in the report; nothing when the run was cut short.
count() { sed -n "s/^# $1 //p" "$report" | tail -n 1; }
passed=$(count pass)
failures=$(count fail)
cancelled=$(count cancelled)
failed=$((${failures:-1} + ${cancelled:-0}))
skipped=$(count skipped)
echo "${passed:-0} passed, $failed failed, ${skipped:-0} skipped"
[ "$failed" = 0 ]
