#!/usr/bin/env bash
# npm's warcio, which reads the archives that the tests write.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=artifacts/testdata/warc
[ -e "$out/node_modules/warcio/package.json" ] && exit 0
mkdir -p "$out"
npm install --silent --no-audit --no-fund --no-save --prefix "$out" warcio@2.4.11 >/dev/null
grep -q '"version": "2.4.11"' "$out/node_modules/warcio/package.json"
