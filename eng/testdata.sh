#!/usr/bin/env bash
# Brings the conformance suites the tests read into artifacts/testdata. Each comes from a package, pinned by version.
# usage: eng/testdata.sh [web] [html]      (nothing named: all of them)
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p artifacts/testdata
want=("$@"); [ ${#want[@]} -gt 0 ] || want=($(cd eng/testdata.d && ls -- *.sh | sed 's/\.sh$//'))
for suite in "${want[@]}"; do bash "eng/testdata.d/$suite.sh"; done
