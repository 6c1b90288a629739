# shellcheck shell=bash
# Installs what tools/packages.txt lists and the machine lacks. Sourced by ./run and ./test.

# packages_of GROUP…: the names listed under these groups.
packages_of() {
  awk -v groups=" $* " '
    /^\[/ { wanted = index(groups, " " substr($0, 2, length($0) - 2) " "); next }
    wanted && !/^(#|$)/ { print }' tools/packages.txt
}

# missing_packages GROUP…: those of them that are not installed.
missing_packages() {
  local installed
  # shellcheck disable=SC2016,SC2046  # dpkg-query's own ${}; one word per package is meant
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages_of "$@") 2>/dev/null |
    sed -n 's/^installed //p' || true)
  packages_of "$@" | grep -Fxv "${installed:-none at all}" || true
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages GROUP…: installs what is missing, or says what to do.
need_packages() {
  local missing
  command -v dpkg-query >/dev/null || not_debian_12 "$@"
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(. /etc/os-release && echo "$ID $VERSION_ID")" = "debian 12" ] ||
    not_debian_12 "${missing[@]}"
  refuse_other_boost
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    die "These packages are missing: ${missing[*]}" \
      "Install them as root (apt-get install ${missing[*]}), or install sudo."
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  step "packages" install_packages "${missing[@]}"
}

install_packages() {
  local no_cluster=/etc/postgresql-common/createcluster.d/sluis.conf
  # Debian's package would make and start a cluster of its own; the tests start a private one.
  as_root install -D -m 644 /dev/stdin "$no_cluster" <<<"create_main_cluster = false"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends --no-remove "$@"
  as_root rm -f "$no_cluster"
}

not_debian_12() {
  die "Sluis is built on Debian 12 (bookworm), and this is another system." \
    "Install what these packages hold in your system's own way, then: cmake --preset release" \
    "$*"
}

# Boost 1.74, Debian's default, is too old and shares its files with 1.81.
refuse_other_boost() {
  dpkg-query -W -f '${db:Status-Status}' libboost1.74-dev 2>/dev/null |
    grep -q '^installed' || return 0
  die "libboost1.74-dev is installed, which is too old for Sluis and cannot stand beside 1.81." \
    "If nothing of yours needs it: apt-get remove libboost1.74-dev, and run this again."
}
