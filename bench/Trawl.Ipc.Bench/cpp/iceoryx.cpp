// iceoryx: loaned chunks, both sides poll. Needs iox-roudi.
// usage: iceoryx serve|drive NAME
#include "echo.hpp"

#include <iceoryx_hoofs/log/logmanager.hpp>
#include <iceoryx_posh/popo/untyped_publisher.hpp>
#include <iceoryx_posh/popo/untyped_subscriber.hpp>
#include <iceoryx_posh/runtime/posh_runtime.hpp>

namespace {

using iox::capro::IdString_t;

struct Side {
    iox::popo::UntypedPublisher out;
    iox::popo::UntypedSubscriber in;

    Side(const char* name, const char* sends, const char* takes)
        : out({IdString_t(iox::cxx::TruncateToCapacity, name), "echo", IdString_t(iox::cxx::TruncateToCapacity, sends)}),
          in({IdString_t(iox::cxx::TruncateToCapacity, name), "echo", IdString_t(iox::cxx::TruncateToCapacity, takes)}) {}

    bool send(const uint8_t* data, size_t size) {
        bool sent = false;
        out.loan(size + 8).and_then([&](void*& room) {
            const uint64_t length = size;
            std::memcpy(room, &length, 8);
            std::memcpy(static_cast<uint8_t*>(room) + 8, data, size);
            out.publish(room);
            sent = true;
        });
        return sent;
    }

    size_t receive(uint8_t* data) {
        for (;;) {
            size_t size = 0;
            in.take().and_then([&](const void* chunk) {
                uint64_t length;
                std::memcpy(&length, chunk, 8);
                std::memcpy(data, static_cast<const uint8_t*>(chunk) + 8, length);
                size = length;
                in.release(chunk);
            });
            if (size != 0) return size;
        }
    }
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    iox::log::LogManager::GetLogManager().SetDefaultLogLevel(iox::log::LogLevel::kOff, iox::log::LogLevelOutput::kHideLogLevel);
    const bool drives = std::string(arguments[1]) == "drive";
    const std::string process = std::string(drives ? "drive-" : "serve-") + arguments[2];
    iox::runtime::PoshRuntime::initRuntime(iox::RuntimeName_t(iox::cxx::TruncateToCapacity, process.c_str()));
    Side side(arguments[2], drives ? "there" : "back", drives ? "back" : "there");
    if (drives) {
        while (!side.out.hasSubscribers()) {}
        while (side.in.getSubscriptionState() != iox::SubscribeState::SUBSCRIBED) {}
        return bench::drive([&](uint8_t* message, size_t size) {
            return side.send(message, size) && side.receive(message) == size;
        });
    }
    static uint8_t buffer[1 << 20];
    bench::ready();
    for (;;) {
        const size_t size = side.receive(buffer);
        if (!side.send(buffer, size)) return 1;
    }
}
