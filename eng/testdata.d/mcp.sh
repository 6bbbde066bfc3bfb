#!/usr/bin/env bash
# Clients and a server of the Model Context Protocol that nobody here wrote: the inspector, the conformance suite, server-everything, with their node.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=artifacts/testdata/mcp
if ! cmp -s eng/npm/mcp/package-lock.json "$out/package-lock.json"; then
  rm -rf "$out.new" && mkdir -p "$out.new"
  cp eng/npm/mcp/package*.json "$out.new/"
  (cd "$out.new" && npm ci --silent --no-audit --no-fund --ignore-scripts >/dev/null)
  rm -rf "$out" && mv "$out.new" "$out"
fi
