# shellcheck shell=bash
# Configures and builds a preset of CMakePresets.json. Sourced by ./run and ./test.

# build_preset PRESET TARGET…: configures when the presets are newer than the build, then builds.
build_preset() {
  local preset=$1 folder=build/$1
  shift
  if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ]; then
    cmake --preset "$preset" && touch "$folder/build.ninja" || return 1
  fi
  ninja -C "$folder" "$@"
}
