#!/usr/bin/env bash
# Fuzzes every target for FUZZ_SECONDS (default 300); each target is one test. What is found lies
# in build/fuzz/found and belongs, once mended, in tests/fuzz/corpus.
set -euo pipefail
source tools/build.sh

seconds=${FUZZ_SECONDS:-300}
found=build/fuzz/found
passed=0
failed=0
build_preset fuzz fuzzers
for corpus in tests/fuzz/corpus/*/; do
  name=$(basename "$corpus")
  mkdir -p "$found/$name" "build/fuzz/corpus/$name"
  echo "$name for $seconds s"
  if build/fuzz/"fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
    -fork="$(nproc)" -artifact_prefix="$found/$name/" "build/fuzz/corpus/$name" "$corpus" \
    >"$found/$name.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "$found/$name.log"
  fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ $failed = 0 ]
