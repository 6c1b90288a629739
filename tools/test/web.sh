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

check types npm run --silent types
check lint npm run --silent lint
check "client of the API" npm run --silent api -- --check
check sizes node tools/sizes.js

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
