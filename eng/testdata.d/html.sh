#!/usr/bin/env bash
# The tree construction tests of html5lib-tests as Debian's package of golang.org/x/net carries them, its tokenizer
# tests as an early npm package of parse5 does, and two real documentation sites.
set -euo pipefail
cd "$(dirname "$0")/../.."
. eng/packages.sh
out=artifacts/testdata/html
debian_take golang-golang-x-net-dev usr/share/gocode/src/golang.org/x/net/html/testdata/webkit "$out/tree-construction"
npm_take parse5@0.6.1 70d1be2658e36e6e0fa9ecc76f72f84405596c7073209ab3fb04232026f7d7f4 test/data/tokenizer "$out/tokenizer"
debian_take postgresql-doc-15 usr/share/doc/postgresql-doc-15/html "$out/postgresql"
debian_take python3.11-doc usr/share/doc/python3.11/html "$out/python"
