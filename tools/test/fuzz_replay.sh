#!/usr/bin/env bash
# Replays what fuzzing has found, and what it starts from: each file of a corpus is one test.
#   fuzz_replay.sh FOLDER-OF-PROGRAMS
set -euo pipefail

passed=0
failed=0
for corpus in tests/fuzz/corpus/*/; do
  program=$1/fuzz_$(basename "$corpus")
  if output=$("$program" "$corpus" 2>&1); then
    passed=$((passed + $(find "$corpus" -type f | wc -l)))
  else
    failed=$((failed + 1))
    printf '%s\n' "$program on $corpus, the last file it tried:" "$(tail -n 20 <<<"$output")"
  fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ $failed = 0 ]
