# Sourced by eng/testdata.d/*: takes one folder or file out of a package, by the package clients of this machine.

# debian_take PACKAGE PATH-IN-PACKAGE TARGET   (PATH may hold wildcards; does nothing when TARGET is there)
debian_take() {
  [ -e "$3" ] && return
  local work
  work=$(mktemp -d)
  chmod 755 "$work"
  (cd "$work" && { apt-get download -qq "$1" 2>/dev/null || { apt-get update -qq && apt-get download -qq "$1"; }; })
  dpkg-deb -x "$work"/*.deb "$work/x"
  mkdir -p "$(dirname "$3")"
  # shellcheck disable=SC2086
  mv "$work"/x/$2 "$3"
  rm -rf "$work"
}

# npm_take PACKAGE@VERSION SHA256 PATH-IN-PACKAGE TARGET
npm_take() {
  [ -e "$4" ] && return
  local work
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "$1" >/dev/null 2>&1)
  echo "$2  $(echo "$work"/*.tgz)" | sha256sum --check --quiet
  tar -xzf "$work"/*.tgz -C "$work"
  mkdir -p "$(dirname "$4")"
  mv "$work/package/$3" "$4"
  rm -rf "$work"
}
