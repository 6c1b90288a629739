# shellcheck shell=bash
# Configures and builds a preset of CMakePresets.json. Sourced by ./run and ./test.

# need_npm_for_duckdb: CMake fetches DuckDB when its lock file is new (cmake/DuckDB.cmake).
need_npm_for_duckdb() {
  cmp -s build/duckdb/package-lock.json cmake/duckdb/package-lock.json || need_node
}

# build_preset PRESET TARGET…: configures when the presets are newer than the build, then builds.
build_preset() {
  local preset=$1 folder=build/$1
  shift
  if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ]; then
    cmake --preset "$preset" && touch "$folder/build.ninja" || return 1
  fi
  ninja -C "$folder" "$@"
}
