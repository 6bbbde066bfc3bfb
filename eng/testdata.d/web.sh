#!/usr/bin/env bash
# The URL tests of web-platform-tests and Unicode's IDNA tests, as Debian's packages of the Rust crates carry them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. eng/packages.sh
debian_take librust-url-dev 'usr/share/cargo/registry/url-*/tests/urltestdata.json' artifacts/testdata/web/urltestdata.json
debian_take librust-idna-dev 'usr/share/cargo/registry/idna-*/tests/IdnaTestV2.txt' artifacts/testdata/web/IdnaTestV2.txt
