#!/usr/bin/env bash
# Judges of the archives that the tests write: npm's warcio, which reads them, and ReplayWeb.page, which shows them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. eng/packages.sh
out=artifacts/testdata/warc
if ! cmp -s eng/npm/warc/package-lock.json "$out/package-lock.json"; then
  rm -rf "$out.new" && mkdir -p "$out.new"
  cp eng/npm/warc/package*.json "$out.new/"
  (cd "$out.new" && npm ci --silent --no-audit --no-fund >/dev/null)
  rm -rf "$out" && mv "$out.new" "$out"
fi
npm_take replaywebpage@2.3.17 521812af6abc170a11bf557c15ac9da6f64d4cce6bf58a4225132e90549fcdbc "" artifacts/testdata/replayweb
