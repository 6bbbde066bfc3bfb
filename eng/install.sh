#!/usr/bin/env bash
# Installs what the tests need beyond the .NET SDK. Does nothing where it is all there.
set -euo pipefail
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }
missing=()
for pair in curl:curl unzip:unzip ip:iproute2 strace:strace faketime:faketime wget:wget node:nodejs npm:npm chromium:chromium nginx:nginx-light; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
