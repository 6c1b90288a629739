#!/usr/bin/env bash
# clang_tidy_one.sh FILE: "ok FILE", or the findings on standard error and "wrong FILE". A file that
# was in order is not looked at again until it, a header of ours that it includes or a rule changes.
# Most are compiled together with others of their room; that each stands by itself shows here, with
# the compiler's own warnings.
set -euo pipefail

build=build/release

# The headers of ours that these files name.
included_by() {
  grep -ho '^#include "[^"]*"' "$@" | sed 's|^#include "\(.*\)"|src/\1|' | sort -u
}

# The file and all headers of ours that it includes, at any depth.
read_for() {
  local known=$1 new=$1
  while [ -n "$new" ]; do
    # Without quotes: one word for each file.
    # shellcheck disable=SC2086
    new=$(comm -13 <(sort <<<"$known") <(included_by $new || true))
    known+=$'\n'$new
  done
  grep . <<<"$known" | sort -u
}

state=$({
  clang-tidy-19 --version
  read_for "$1" | xargs sha256sum .clang-tidy cmake/*.h cmake/Compiler.cmake
} | sha256sum | cut -c1-64)
in_order=build/lint/$state
if [ -e "$in_order" ]; then
  echo "ok $1"
elif findings=$(clang-tidy-19 -p "$build" --quiet "$1" 2>/dev/null); then
  mkdir -p build/lint
  touch "$in_order"
  echo "ok $1"
else
  printf '%s\n' "$findings" >&2
  echo "wrong $1"
fi
