#!/usr/bin/env bash
# The URL tests of web-platform-tests and Unicode's IDNA tests, as Debian 13's packages of the Rust crates carry them.
# Fetched by address and digest rather than by apt, because the suite must be the same on any release.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=artifacts/testdata/web
mkdir -p "$out"

fetch() { # <pool folder> <package> <digest> <file inside the crate>
  local stamp="$out/.${2%_*}" work
  [ -f "$stamp" ] && return
  work=$(mktemp -d)
  curl -fsSL --retry 3 -o "$work/p.deb" "http://deb.debian.org/debian/pool/main/$1/$2" ||
    curl -fsSL --retry 3 -o "$work/p.deb" "http://snapshot.debian.org/archive/debian/20250601T000000Z/pool/main/$1/$2"
  echo "$3  $work/p.deb" | sha256sum -c --quiet
  dpkg-deb -x "$work/p.deb" "$work/x"
  cp "$work"/x/usr/share/cargo/registry/*/"$4" "$out/"
  rm -rf "$work"
  touch "$stamp"
}

fetch r/rust-url librust-url-dev_2.5.4-3_amd64.deb \
  212dd246f356c171478004bf03fed286c1ce60805fcd717251b0f522870c2901 tests/urltestdata.json
fetch r/rust-idna librust-idna-dev_1.0.3-2_amd64.deb \
  56d917fae30cc8f8f4256c19c0cc25e4d0b8500ba16e02292b5c2465955584a2 tests/IdnaTestV2.txt
