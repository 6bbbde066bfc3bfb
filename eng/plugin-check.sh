#!/usr/bin/env bash
# Writes a first plugin of each kind with the trawl that was built, builds it outside of the repository, and lets it pass its own test.
# usage: eng/plugin-check.sh [KIND]...        all kinds without one; ./build.sh test runs one of them
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
trawl=$root/artifacts/bin/Trawl.Cli/$(echo "${CONFIGURATION:-Release}" | tr '[:upper:]' '[:lower:]')/trawl
[ $# -gt 0 ] || set -- transform enrich validate extract parse source sink
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for kind in "$@"; do
  "$trawl" plugin new "first-$kind" --kind "$kind" > /dev/null 2>&1
  dotnet build "plugins/first-$kind" --verbosity quiet --nologo -clp:NoSummary
  "$trawl" plugin check "plugins/first-$kind"
done
