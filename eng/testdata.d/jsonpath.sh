# The JSONPath compliance test suite (cts.json), as the npm package jsonpath-rfc9535 carries it.
set -euo pipefail
version=1.3.0
sha=5bd567ecfa1667df310f013bdccdaca219ee58517b25360bb291287b0a873b19
out=artifacts/testdata/jsonpath
if [ -f "$out/cts.json" ] && [ "$(cat "$out/.version" 2>/dev/null)" = "$version" ]; then exit 0; fi
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$tmp" && npm pack --silent "jsonpath-rfc9535@$version" >/dev/null 2>&1)
echo "$sha  $tmp/jsonpath-rfc9535-$version.tgz" | sha256sum --check --quiet
tar xzf "$tmp"/*.tgz -C "$tmp" package/src/__tests__/jsonpath-compliance-test-suite/cts.json
mkdir -p "$out"
cp "$tmp/package/src/__tests__/jsonpath-compliance-test-suite/cts.json" "$out/"
echo "$version" > "$out/.version"
