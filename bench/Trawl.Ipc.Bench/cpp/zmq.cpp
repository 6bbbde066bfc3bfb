// libzmq, pair sockets over ipc://
// usage: zmq serve|drive PATH
#include "echo.hpp"

#include <zmq.h>

int main(int count, char** arguments) {
    if (count != 3) return 2;
    void* socket = zmq_socket(zmq_ctx_new(), ZMQ_PAIR);
    const std::string endpoint = "ipc://" + std::string(arguments[2]);
    static uint8_t buffer[1 << 20];
    if (std::string(arguments[1]) == "serve") {
        if (zmq_bind(socket, endpoint.c_str()) != 0) return 1;
        bench::ready();
        for (;;) {
            const int size = zmq_recv(socket, buffer, sizeof(buffer), 0);
            if (size < 0 || zmq_send(socket, buffer, size, 0) < 0) return 1;
        }
    }
    if (zmq_connect(socket, endpoint.c_str()) != 0) return 1;
    return bench::drive([&](uint8_t* message, size_t size) {
        return zmq_send(socket, message, size, 0) == static_cast<int>(size)
            && zmq_recv(socket, message, size, 0) == static_cast<int>(size);
    });
}
