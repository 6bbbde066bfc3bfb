#!/usr/bin/env bash
# Reading against npm's warcio on the same file, in turns, by the CPU time of the whole process; then writing by level.
# usage: bench/Trawl.Warc.Bench/race.sh [RECORDS] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
records=${1:-40000}; rounds=${2:-5}
eng/testdata.sh warc
dotnet build -c Release -v q --nologo bench/Trawl.Warc.Bench
ours=(dotnet artifacts/bin/Trawl.Warc.Bench/release/Trawl.Warc.Bench.dll)
file=artifacts/bench/bench.warc.gz; mkdir -p artifacts/bench
"${ours[@]}" make "$file" "$records"
cpu() { { TIMEFORMAT='%U %S'; time "$@" >/dev/null; } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'; }
node bench/Trawl.Warc.Bench/warcio.mjs "$file"; "${ours[@]}" read "$file"
for ((i = 1; i <= rounds; i++)); do
  a=$(cpu node bench/Trawl.Warc.Bench/warcio.mjs "$file"); b=$(cpu "${ours[@]}" read "$file")
  awk -v a="$a" -v b="$b" -v n="$records" 'BEGIN { printf "warcio %.2f s (%d records/s), ours %.2f s (%d records/s): %.1f times\n", a, n/a, b, n/b, a/b }'
done
"${ours[@]}" write artifacts/bench/write.warc
rm -f "$file" artifacts/bench/write.warc
