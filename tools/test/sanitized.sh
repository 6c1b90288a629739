#!/usr/bin/env bash
# Unit tests and scenarios on both homes in a build with sanitizers.   sanitized.sh asan|tsan
set -euo pipefail
source tools/steps.sh
source tools/build.sh

preset=$1
folder=build/$preset
# Sizes and cases of an ordinary run: large ones look for another kind of fault, and cost ten
# times as much in here.
export SLUIS_TEST_DEEP=0
unset RC_PARAMS
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
# Tests that kill a process fork it while no store is open; a library may still have its threads.
# DuckDB holds more locks at once than the detector of their order can count (64).
export TSAN_OPTIONS="die_after_fork=0 detect_deadlocks=0"
TSAN_OPTIONS+=" suppressions=$PWD/tools/test/tsan.supp"
export ASAN_SYMBOLIZER_PATH=/usr/bin/llvm-symbolizer-19
export TSAN_SYMBOLIZER_PATH=$ASAN_SYMBOLIZER_PATH

passed=0
failed=0
skipped=0

# counted COMMAND…: runs it and adds what its last line counts.
counted() {
  local last
  "$@" | tee "$folder/part.log" || true
  last=$(tail -n 1 "$folder/part.log")
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    skipped=$((skipped + BASH_REMATCH[3]))
  else
    failed=$((failed + 1))
  fi
}

build_preset "$preset" sluis sluis_tests
counted tools/test/unit.py "$folder/sluis_tests"
counted tests/scenario/run.py --program "$folder/sluis"
counted tests/scenario/run.py --program "$folder/sluis" --store "$SLUIS_TEST_POSTGRES"
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
