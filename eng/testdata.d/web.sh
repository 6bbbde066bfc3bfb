#!/usr/bin/env bash
# The URL tests of web-platform-tests, as Debian's package of the Rust crate `url` carries them.
set -euo pipefail
cd "$(dirname "$0")/../.."
package=librust-url-dev version=2.3.1-1
out=artifacts/testdata/web
[ -f "$out/$package-$version" ] && exit 0

mkdir -p "$out"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
(cd "$work" && apt-get download -q "$package=$version")
dpkg -x "$work"/*.deb "$work/x"
cp "$work"/x/usr/share/cargo/registry/url-*/tests/urltestdata.json "$out/"
touch "$out/$package-$version"
