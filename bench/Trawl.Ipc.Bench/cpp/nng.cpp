// nng, pair sockets over ipc://
// usage: nng serve|drive PATH
#include "echo.hpp"

#include <nng/nng.h>
#include <nng/protocol/pair0/pair.h>

int main(int count, char** arguments) {
    if (count != 3) return 2;
    nng_socket socket;
    if (nng_pair0_open(&socket) != 0) return 1;
    const std::string endpoint = "ipc://" + std::string(arguments[2]);
    static uint8_t buffer[1 << 20];
    if (std::string(arguments[1]) == "serve") {
        if (nng_listen(socket, endpoint.c_str(), nullptr, 0) != 0) return 1;
        bench::ready();
        for (;;) {
            size_t size = sizeof(buffer);
            if (nng_recv(socket, buffer, &size, 0) != 0 || nng_send(socket, buffer, size, 0) != 0) return 1;
        }
    }
    if (nng_dial(socket, endpoint.c_str(), nullptr, 0) != 0) return 1;
    return bench::drive([&](uint8_t* message, size_t size) {
        size_t answered = size;
        return nng_send(socket, message, size, 0) == 0 && nng_recv(socket, message, &answered, 0) == 0 && answered == size;
    });
}
