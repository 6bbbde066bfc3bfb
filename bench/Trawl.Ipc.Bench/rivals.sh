#!/usr/bin/env bash
# Builds the C++ rivals into artifacts/bench/ipc/bin; `install` takes compiler and libraries from Debian first.
# A rival whose library is missing is left out, with a word. usage: bench/Trawl.Ipc.Bench/rivals.sh [install]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$here/../../artifacts/bench/ipc/bin; mkdir -p "$bin"
if [ "${1:-}" = install ]; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    g++ nodejs libzmq3-dev libnng-dev libiceoryx-posh-dev iceoryx >/dev/null
fi
command -v g++ >/dev/null || { echo "no g++: no C++ rivals ('rivals.sh install' takes them from Debian)" >&2; exit 0; }
build() { # build NAME FLAGS...
  local name=$1; shift
  [ "$bin/$name" -nt "$here/cpp/$name.cpp" ] && [ "$bin/$name" -nt "$here/cpp/echo.hpp" ] && return
  g++ -std=c++17 -O3 -march=native -o "$bin/$name" "$here/cpp/$name.cpp" "$@" 2>"$bin/$name.log" \
    || { rm -f "$bin/$name"; echo "left out: $name (see artifacts/bench/ipc/bin/$name.log)" >&2; }
}
build spin
build uds
build zmq -lzmq
build nng -lnng
build iceoryx -I/usr/include/iceoryx/v2.0.3 -L/usr/lib/x86_64-linux-gnu -liceoryx_posh -liceoryx_hoofs -liceoryx_platform -lpthread -lrt
