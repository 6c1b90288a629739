#!/usr/bin/env bash
# Format of all C++ files, clang-tidy on the files that changed (all of them with --all), and
# on every script shellcheck. Each file is one test.
set -euo pipefail

passed=0
failed=0
ok() { passed=$((passed + 1)); }
wrong() {
  failed=$((failed + 1))
  printf '%s\n' "$@"
}

mapfile -t sources < <(git ls-files 'src/*.cc' 'src/*.h' 'tests/*.cc' 'bench/*.cc' 'bench/*.h')
# Forty files a process: to start one takes longer than to look at a file.
mapfile -t unformatted < <(printf '%s\n' "${sources[@]}" |
  xargs -P "$(nproc)" -n 40 clang-format-19 --dry-run 2>&1 |
  sed -n 's/^\([^ :]*\):[0-9].*/\1/p' | sort -u)
for file in "${unformatted[@]}"; do
  wrong "$file: not in the project's format; mend: clang-format-19 -i $file"
done
passed=$((${#sources[@]} - failed))

# The commit to compare with: where the branch left origin, else the last release, else the
# parent of what is checked out.
base() {
  git merge-base HEAD origin/main 2>/dev/null | grep -v "^$(git rev-parse HEAD)$" ||
    git describe --tags --abbrev=0 --match 'v*' 2>/dev/null ||
    git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null
}

if [ "${1:-}" = --all ]; then
  mapfile -t tidied < <(git ls-files 'src/*.cc')
else
  mapfile -t tidied < <(git diff --name-only --diff-filter=d "$(base)" -- 'src/*.cc')
fi
# One process per core; each prints its file's findings when there are any.
while read -r verdict file; do
  if [ "$verdict" = ok ]; then ok; else wrong "$file: see clang-tidy above"; fi
done < <(printf '%s\n' "${tidied[@]}" | grep . | xargs -r -P "$(nproc)" -n 1 \
  tools/test/clang_tidy_one.sh)

mapfile -t scripts < <(git grep -lE '^#!/usr/bin/env bash|^# shellcheck shell=bash' | sort)
for file in "${scripts[@]}"; do
  if complaint=$(shellcheck -x "$file"); then ok; else wrong "$complaint"; fi
done

echo "$passed passed, $failed failed, 0 skipped"
[ $failed = 0 ]
