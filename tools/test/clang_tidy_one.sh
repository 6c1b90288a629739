#!/usr/bin/env bash
# clang_tidy_one.sh FILE: "ok FILE", or the findings on standard error and "wrong FILE". A file that
# was in order is not looked at again until it, a header of ours that it includes or a rule changes.
set -euo pipefail

build=build/release
object=$(cd "$build" && compgen -G "CMakeFiles/*.dir/$1.o" | head -n 1)
state=$({
  clang-tidy-19 --version
  sha256sum .clang-tidy "$1"
  ninja -C "$build" -t deps "$object" | sed -n "s|^ *\.\./\.\./||p" | sort | xargs -r sha256sum
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
