// A blocking Unix socket in C++, so that the cost of the system can be told from that of a runtime.
// usage: uds serve|drive PATH
#include "echo.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr size_t kRoom = (1 << 20) + 4;
uint8_t buffer[kRoom];

sockaddr_un address(const char* path) {
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    std::strncpy(name.sun_path, path, sizeof(name.sun_path) - 1);
    return name;
}

bool send_all(int descriptor, size_t size) {
    for (size_t sent = 0; sent < size;) {
        const ssize_t count = write(descriptor, buffer + sent, size - sent);
        if (count <= 0) return false;
        sent += count;
    }
    return true;
}

// A frame is its length and its bytes; answers the length of the bytes, 0 at the end of the stream.
size_t receive(int descriptor) {
    uint32_t length = 0;
    for (size_t have = 0; have < 4 || have < 4 + length;) {
        const ssize_t count = read(descriptor, buffer + have, kRoom - have);
        if (count <= 0) return 0;
        have += count;
        if (have >= 4) std::memcpy(&length, buffer, 4);
    }
    return length;
}

int serve(const char* path) {
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    const auto name = address(path);
    if (bind(listener, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) != 0 || listen(listener, 1) != 0) return 1;
    bench::ready();
    const int peer = accept(listener, nullptr, nullptr);
    for (size_t length; (length = receive(peer)) != 0;) {
        if (!send_all(peer, 4 + length)) return 1;
    }
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    if (std::string(arguments[1]) == "serve") return serve(arguments[2]);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    const auto name = address(arguments[2]);
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&name), sizeof(name)) != 0) return 1;
    return bench::drive([&](uint8_t* message, size_t size) {
        const uint32_t length = size;
        std::memcpy(buffer, &length, 4);
        std::memcpy(buffer + 4, message, size);
        if (!send_all(descriptor, 4 + size) || receive(descriptor) != size) return false;
        std::memcpy(message, buffer + 4, size);
        return true;
    });
}
