// The floor: one mailbox a direction in shared memory, both sides spin. No header, no check sum, no safety.
// usage: spin serve|drive FILE
#include "echo.hpp"

#include <atomic>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr size_t kRoom = 1 << 20;

struct Mailbox {
    alignas(64) std::atomic<uint64_t> sequence;
    std::atomic<uint64_t> size;
    alignas(64) uint8_t data[kRoom];
};

struct Segment {
    Mailbox request;
    Mailbox answer;
};

Segment* map(const char* file) {
    const int descriptor = open(file, O_RDWR | O_CREAT, 0600);
    if (descriptor < 0 || ftruncate(descriptor, sizeof(Segment)) != 0) return nullptr;
    void* memory = mmap(nullptr, sizeof(Segment), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, descriptor, 0);
    close(descriptor);
    return memory == MAP_FAILED ? nullptr : static_cast<Segment*>(memory);
}

void put(Mailbox& box, uint64_t sequence, const uint8_t* data, size_t size) {
    std::memcpy(box.data, data, size);
    box.size.store(size, std::memory_order_relaxed);
    box.sequence.store(sequence, std::memory_order_release);
}

size_t take(Mailbox& box, uint64_t sequence, uint8_t* data) {
    while (box.sequence.load(std::memory_order_acquire) != sequence) {}
    const size_t size = box.size.load(std::memory_order_relaxed);
    std::memcpy(data, box.data, size);
    return size;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 2;
    Segment* segment = map(arguments[2]);
    if (!segment) { std::perror("map"); return 1; }
    if (std::string(arguments[1]) == "drive") {
        uint64_t sequence = 0;
        return bench::drive([&](uint8_t* message, size_t size) {
            put(segment->request, ++sequence, message, size);
            return take(segment->answer, sequence, message) == size;
        });
    }
    static uint8_t buffer[kRoom];
    bench::ready();
    for (uint64_t sequence = 1;; ++sequence) {
        const size_t size = take(segment->request, sequence, buffer);
        put(segment->answer, sequence, buffer, size);
    }
}
