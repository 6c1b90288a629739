#!/usr/bin/env bash
# clang_tidy_one.sh FILE: "ok FILE", or the findings on standard error and "wrong FILE".
set -euo pipefail
if findings=$(clang-tidy-19 -p build/release --quiet "$1" 2>/dev/null); then
  echo "ok $1"
else
  printf '%s\n' "$findings" >&2
  echo "wrong $1"
fi
