#!/usr/bin/env bash
# Fuzzes every target for FUZZ_SECONDS (default 300) on one core; each target is one test. What is
# found lies in build/asan/found and belongs, once mended, in tests/fuzz/corpus.
set -euo pipefail
source tools/build.sh

export seconds=${FUZZ_SECONDS:-300}
export folder=build/asan

# fuzz NAME: "ok NAME", or the end of its log on standard error and "wrong NAME".
fuzz() {
  local found=$folder/found/$1 corpus=$folder/corpus/$1
  mkdir -p "$found" "$corpus"
  if "$folder/fuzz_$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
    -artifact_prefix="$found/" "$corpus" "tests/fuzz/corpus/$1" >"$found.log" 2>&1; then
    echo "ok $1"
  else
    tail -n 40 "$found.log" >&2
    echo "wrong $1"
  fi
}
export -f fuzz

build_preset asan fuzzers
passed=0
failed=0
while read -r verdict name; do
  echo "$name for $seconds s: $verdict"
  if [ "$verdict" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done < <(find tests/fuzz/corpus -mindepth 1 -type d -printf '%f\n' | sort |
  xargs -P "$(nproc)" -I {} bash -c 'fuzz {}')
echo "$passed passed, $failed failed, 0 skipped"
[ $failed = 0 ]
