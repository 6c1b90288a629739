#!/usr/bin/env bash
# Golden files: what the program describes must be what is committed, so that a change of the API
# or of a table shows in review.   goldens.sh PROGRAM   compares;   goldens.sh --update PROGRAM
set -euo pipefail

update=0
if [ "$1" = --update ]; then
  update=1
  shift
fi
program=$1
passed=0
failed=0
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# golden FILE COMMAND…: what the command prints is what FILE holds.
golden() {
  local file=$1
  shift
  "$@" >"$made/golden"
  if [ $update = 1 ]; then
    mkdir -p "$(dirname "$file")" && cp "$made/golden" "$file" && chmod 644 "$file"
  fi
  if diff -u "$file" "$made/golden"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$file is not what the program says; when the change is meant:" \
      "tools/test/goldens.sh --update $program"
  fi
}

golden api/openapi.json "$program" openapi
golden tests/golden/schema_sqlite.sql "$program" schema
golden tests/golden/schema_postgres.sql "$program" schema --store postgresql://
golden tests/golden/access_matrix.txt tests/scenario/access_matrix.py "$program"
echo "$passed passed, $failed failed, 0 skipped"
[ $failed = 0 ]
