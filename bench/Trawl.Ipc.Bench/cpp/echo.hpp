// What every C++ rival shares: the driver that takes orders on standard input and prints one line of JSON for each.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace bench {

inline uint64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Sends a message, waits for its echo in the same buffer; false when the two differ in length.
using Exchange = std::function<bool(uint8_t* message, size_t size)>;

inline void mark(std::vector<uint8_t>& message, uint64_t sequence) {
    std::memcpy(message.data(), &sequence, 8);
    std::memcpy(message.data() + message.size() - 8, &sequence, 8);
}

inline bool holds(const std::vector<uint8_t>& message, uint64_t sequence) {
    return std::memcmp(message.data(), &sequence, 8) == 0
        && std::memcmp(message.data() + message.size() - 8, &sequence, 8) == 0;
}

template <typename Exchange>
int measure(Exchange& exchange, size_t size, double seconds) {
    std::vector<uint8_t> message(size, 0x5a);
    std::vector<uint32_t> samples;
    samples.reserve(4 << 20);
    const uint64_t end = now_ns() + static_cast<uint64_t>(seconds * 1e9);
    double sum = 0;
    uint64_t before = now_ns();
    for (uint64_t sequence = 1; before < end && samples.size() < samples.capacity(); ++sequence) {
        mark(message, sequence);
        before = now_ns();
        const bool answered = exchange(message.data(), size);
        const uint64_t after = now_ns();
        if (!answered || !holds(message, sequence)) { std::fprintf(stderr, "wrong echo\n"); return 1; }
        samples.push_back(static_cast<uint32_t>(after - before));
        sum += static_cast<double>(after - before);
        before = after;
    }
    std::sort(samples.begin(), samples.end());
    const auto at = [&](double share) { return samples[static_cast<size_t>(share * (samples.size() - 1))]; };
    std::printf("{\"count\":%zu,\"mean\":%.1f,\"p50\":%u,\"p99\":%u,\"p999\":%u,\"max\":%u}\n",
        samples.size(), sum / samples.size(), at(0.5), at(0.99), at(0.999), samples.back());
    std::fflush(stdout);
    return 0;
}

/// Orders: "latency SIZE SECONDS", one a line; ends with the input.
template <typename Exchange>
int drive(Exchange exchange) {
    std::printf("ready\n");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream order(line);
        std::string what;
        size_t size = 0;
        double seconds = 0;
        order >> what >> size >> seconds;
        if (what != "latency" || measure(exchange, size, seconds) != 0) return 1;
    }
    return 0;
}

/// Says so; from here on the process ends with its standard input, that is with the benchmark, however that ends.
inline void ready() {
    std::thread([] {
        for (char byte; read(0, &byte, 1) > 0;) {}
        _exit(0);
    }).detach();
    std::printf("ready\n");
    std::fflush(stdout);
}

}  // namespace bench
