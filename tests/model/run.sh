#!/usr/bin/env bash
# Goes through every order in which the steps of promises.pml can meet, at small sizes, and checks
# that a protocol without its guard is found out. The last line is "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"
model=$PWD/promises.pml
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
passed=0
failed=0

# explore BUYERS THERE COMING COUNTED [MORE]: true when every claim holds in every order.
explore() {
  spin -a -DBUYERS="$1" -DTHERE="$2" -DCOMING="$3" -DCOUNTED="$4" "${@:5}" "$model" >spin.log
  clang-19 -w -O2 -DSAFETY -DCOLLAPSE -o pan pan.c 2>cc.log
  ./pan -m1000000 >pan.log
  ! grep -q "errors: [1-9]\|max search depth too small" pan.log
}

# size BUYERS THERE COMING COUNTED
size() {
  if explore "$@"; then
    states=$(sed -n 's/^ *\([0-9]*\) states, stored.*/\1/p' pan.log)
    echo "$1 buyers, $2 there, $3 to come, $4 counted: $states states"
    passed=$((passed + 1))
  else
    echo "$1 buyers, $2 there, $3 to come, $4 counted: a claim does not hold"
    cat spin.log cc.log pan.log
    failed=$((failed + 1))
  fi
}

for there in 0 1 2; do
  for coming in 0 1; do
    for counted in 0 1 9; do
      size 2 "$there" "$coming" "$counted"
    done
  done
done
size 2 1 2 1
size 3 1 1 9
size 3 2 0 9

if explore 2 1 0 9 -DUNGUARDED; then
  echo "the protocol without its guard was not found out"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
echo "$passed passed, $failed failed, 0 skipped"
