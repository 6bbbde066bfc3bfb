#!/usr/bin/env bash
# The JSONPath compliance test suite, as the npm package jsonpath-rfc9535 carries it.
set -euo pipefail
cd "$(dirname "$0")/../.."
. eng/packages.sh
npm_take jsonpath-rfc9535@1.3.0 5bd567ecfa1667df310f013bdccdaca219ee58517b25360bb291287b0a873b19 \
  src/__tests__/jsonpath-compliance-test-suite/cts.json artifacts/testdata/jsonpath/cts.json
