#!/usr/bin/env bash
# Writing beside wget's on the same site: what --warc-file adds to wget's CPU time, and what writing the same exchanges
# costs here, in one run. Needs nginx.
# usage: bench/Trawl.Warc.Bench/race-write.sh [FOLDER-OF-PAGES] [ROUNDS] [PORT]
set -euo pipefail
cd "$(dirname "$0")/../.."
pages=${1:-artifacts/testdata/html/postgresql}; rounds=${2:-5}; port=${3:-8140}
eng/testdata.sh html
dotnet build -c Release -v q --nologo bench/Trawl.Warc.Bench
ours=(dotnet artifacts/bin/Trawl.Warc.Bench/release/Trawl.Warc.Bench.dll)
work=$(mktemp -d); trap 'nginx -c "$work/nginx.conf" -s stop 2>/dev/null; rm -rf "$work"' EXIT
chmod 755 "$work"
cat >"$work/nginx.conf" <<EOF
pid $work/pid; error_log $work/errors; worker_processes 1; user root;
events {}
http { access_log off; types { text/html html; text/css css; } default_type application/octet-stream;
  server { listen 127.0.0.1:$port; root $(realpath "$pages"); } }
EOF
nginx -c "$work/nginx.conf"
cpu() { { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1 || true; } 2>&1 | tail -1 | awk '{ printf "%.3f\n", $1 + $2 }'; }
crawl() { cpu wget --quiet --no-config --recursive --level=inf --no-parent --no-proxy --tries=1 -P "$work/site" "$@" "http://127.0.0.1:$port/index.html"; rm -rf "$work/site"; }
crawl >/dev/null
for ((i = 1; i <= rounds; i++)); do
  with=$(crawl --warc-file="$work/theirs"); without=$(crawl)
  for level in 9 6 1; do
    read -r records each bytes <<<"$("${ours[@]}" copy "$work/theirs.warc.gz" "$work/ours.warc.gz" $level)"
    awk -v w="$with" -v o="$without" -v n="$records" -v e="$each" -v l=$level -v b="$bytes" -v t="$(stat -c %s "$work/theirs.warc.gz")" 'BEGIN {
      printf "%d records: wget %.2f s, with --warc-file %.2f s: %.2f s for writing %.1f MB; ours at level %d %.2f s, %.1f MB: %.1f times\n", n, o, w, w - o, t / 1e6, l, e, b / 1e6, (w - o) / e }'
  done
done
