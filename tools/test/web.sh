#!/usr/bin/env bash
# The web app without a browser: types, lint, the client of the API, sizes and unit tests. Each
# check counts as one test; vitest counts its own.
set -euo pipefail
cd "$(dirname "$0")/../../web"

passed=0
failed=0

# check TITLE COMMAND…
check() {
  local title=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "failed: $title"
  fi
}

# Processor time, which other work on the machine does not change much.
most_build_s=15
build_in_time() {
  local TIMEFORMAT='%U %S' made user system
  made=$(mktemp -d)
  read -r user system < <(
    { time npm run --silent build -- --outDir "$made" >/dev/null; } 2>&1 | tail -n 1
  )
  rm -rf "$made"
  echo "the web app is built in $user + $system s of processor time"
  awk "BEGIN { exit !($user + $system < $most_build_s) }"
}

# Each of these keeps one core busy, the second for longer.
npm run --silent types &
types=$!
npm run --silent lint &
lint=$!
check types wait $types
check "client of the API" npm run --silent api -- --check
check sizes node tools/sizes.js
check lint wait $lint
check "build within $most_build_s s of one processor" build_in_time

report=$(mktemp)
trap 'rm -f "$report"' EXIT
npm run --silent test -- --reporter=default --reporter=json --outputFile.json="$report" || true
read -r unit_passed unit_failed unit_skipped < <(node -p '
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } =
    JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  [numPassedTests, Math.max(numFailedTests, numFailedTestSuites), numPendingTests].join(" ")' \
  "$report" || echo "0 1 0")
echo "$((passed + unit_passed)) passed, $((failed + unit_failed)) failed, $unit_skipped skipped"
[ $((failed + unit_failed)) = 0 ]
