#!/usr/bin/env bash
# Builds and tests Trawl. Needs the .NET 10 SDK; `test` installs what else the tests need (Debian, as root or with sudo).
# usage: ./build.sh [build|test|format|publish] [extra arguments for dotnet]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
config=${CONFIGURATION:-Release}
action=${1:-build}; [ $# -gt 0 ] && shift

build() { dotnet build Trawl.slnx -c "$config" -v q "$@"; }

# Runs every test assembly and adds up what they say: the last line is "N passed, N failed, N skipped".
run_tests() {
  local log=artifacts/test.log status=0
  mkdir -p artifacts
  # A test that hangs is named and ended; it does not take the whole run with it.
  dotnet test Trawl.slnx -c "$config" --no-build --blame-hang --blame-hang-timeout 6m --blame-hang-dump-type none \
    --results-directory artifacts/test-results --logger trx --logger "console;verbosity=minimal" "$@" 2>&1 | tee "$log" || status=$?
  awk -F'[:,]' '/^(Passed|Failed|Skipped)! +- +Failed:/ { f += $2; p += $4; s += $6 } END { printf "%d passed, %d failed, %d skipped\n", p, f, s }' "$log"
  return "$status"
}

case $action in
  build) build "$@" ;;
  test) eng/install.sh && eng/testdata.sh && build && run_tests "$@" ;;
  format) dotnet format Trawl.slnx --no-restore "$@" ;;
  publish)
    rid=${RID:-linux-x64}
    dotnet publish src/Trawl.Cli -c Release -r "$rid" -p:Release=true -o artifacts/publish "$@"
    # It runs on the machine's .NET, as the plugins it starts do: an image of its own and its own list of what it loads.
    dotnet publish src/Trawl.Launcher -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o artifacts/publish "$@" ;;
  *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
esac
