#!/usr/bin/env bash
# clang_tidy_one.sh FILE: "ok FILE", or the findings on standard error and "wrong FILE". A file that
# was in order is not looked at again until it, a header of ours that it includes or a rule changes.
set -euo pipefail

build=build/release
# Most are compiled together with others of their room; by themselves only here.
room=${1#src/}
room=${room%%/*}
case $1 in
  *_test.cc) target=sluis_tests_alone ;;
  */main.cc) target=sluis ;;
  src/app/* | *routes.cc | *commands.cc) target=sluis_$room ;;
  *) target=sluis_${room}_alone ;;
esac
object=CMakeFiles/$target.dir/$1.o
# What it includes is known when it was compiled as it is now.
if ! compiled=$(flock "$build/.lint" ninja -C "$build" "$object" 2>&1); then
  printf '%s\n' "$compiled" >&2
  echo "wrong $1"
  exit
fi
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
