# shellcheck shell=bash
# Builds the web app into web/dist when something it is made of has changed. Sourced by ./run and
# ./test.

# hash_of FILE-OR-FOLDER…: one hash of all their bytes and names.
hash_of() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }

install_web() {
  npm --prefix web ci --no-audit --no-fund && cp web/package-lock.json build/web.lock
}

# need_web_packages: web/node_modules is what the lock file says.
need_web_packages() {
  if [ ! -d web/node_modules ] || ! cmp -s web/package-lock.json build/web.lock; then
    step "web packages" install_web
  fi
}

bundle_web() { npm --prefix web run --silent build; }

build_web() {
  local inputs
  inputs=$(hash_of web/src web/visitor web/public web/tools web/index.html web/vite.config.ts \
    web/package-lock.json web/tsconfig.json)
  [ "$(cat web/dist/.inputs 2>/dev/null)" != "$inputs" ] || return 0
  need_node
  need_web_packages
  step "web" bundle_web
  echo "$inputs" >web/dist/.inputs
}
