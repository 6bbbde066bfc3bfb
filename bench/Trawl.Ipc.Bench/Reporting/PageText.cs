namespace Trawl.Ipc.Bench.Reporting;

/// <summary>What the page says besides figures.</summary>
internal static class PageText
{
    internal const string Opening = """
        # Trawl.Ipc beside others

        This page and its plots are written by `bench/Trawl.Ipc.Bench/run report` from the raw results in
        `bench/Trawl.Ipc.Bench/results`, which the other commands write:

        ```
        bench/Trawl.Ipc.Bench/rivals.sh install      # Debian: g++, node, libzmq, nng, iceoryx
        run=bench/Trawl.Ipc.Bench/run
        $run latency; $run latency --busy; $run throughput; $run work; $run work --busy
        $run many; $run memory; $run recovery; $run soak --minutes 60
        dotnet run -c Release --project bench/Trawl.Ipc.Fuzz all 50000000 1 bench/Trawl.Ipc.Bench/results/fuzz-quiet.jsonl
        $run report
        ```

        **Method.** Client and server are two processes, for every rival. All rivals take part in the same run: each starts, is
        warmed up by time (not by count), and then has its turn in every round; the order of turns shifts from round to
        round. A figure is the median over rounds (of each round's median, or 99th percentile); a ratio is taken within
        each round, and the median of those is given. Every answer is checked. Processes that spin are stopped between
        their turns. CPU time used by strangers is recorded with every turn.

        **What is comparable.** Only ratios within one run. On a virtual machine even the floor, two C++ processes that spin on
        one cache line, moves by a factor of four with the placement of its processors, and blocking transports are
        bimodal: waking an idle virtual processor costs tens of microseconds, while two processes that share one processor
        wake each other cheaply. That is why Unix sockets are also shown pinned to one core, their best case. A ratio to the
        floor near or below 1 says that the floor had the worse placement, not that it was beaten.
        """;

    internal const string RoundTrips = """
        The time from having a message to having its echo, by blocking calls where the transport has them. Trawl.Ipc's frames
        carry a 24-byte header and a CRC-32C that is computed and verified in both directions, and payloads are copied
        before they are read, as its defaults are; the floor and the other transports check nothing.
        """;

    internal const string Floods = """
        Messages of 64 bytes in one direction; each is checked to be the next one, and the receiver's count ends the clock.
        Both write into one buffer and make one call a flush.
        """;

    internal const string Work = """
        Both sides serialise, send, receive and deserialise every message whole; answers are made from the questions and
        checked. *Completion*: a request with 10 messages (7 KB of JSON), answered with 700 characters and a token count.
        *Tool call*: 5 arguments and a short result. *Stream*: a request answered by 256 deltas of a word each; either each
        delta is sent by itself as a model would, or the sender may gather them (sockets all of them, Trawl.Ipc
        sixteen to a publication, so that the reader is at work meanwhile). *Mixed*: bursts of 1 to 32 operations at once, 70 % tool calls, 25 % completions, 5 % streams, 1 % of all fail, with pauses.

        *JSON* is System.Text.Json with generated serialisers here, `JSON.stringify` and `JSON.parse` there. *Binary* is one
        hand-written format on all sides: strings with their length and a mark when they are ASCII. The Node.js side of it
        is as fast as we could make it: preallocated buffers, one write for all that is ready, `latin1Slice` for ASCII,
        JavaScript loops for short strings. gRPC's wire is Kestrel and `HttpClient` with HTTP/2 over a Unix socket and the
        same binary format, without the layer of generated code that gRPC adds.
        """;

    internal const string Many = """
        One server thread serves all connections; the client has one thread that keeps one request of 256 bytes open on each
        active connection. The Unix-socket server is an epoll loop of its own, written for this comparison; *socket
        fallback* is Trawl.Ipc's same dispatcher on Unix sockets.
        """;

    internal const string Memory = """
        Resident memory of the server process (`/proc/PID/smaps_rollup`), shared pages included; per connection is the
        difference to the start, divided.
        """;

    internal const string Recovery = """
        *Crash*: a server is killed with `SIGKILL` in the middle of calls; as soon as the client has noticed, another is started,
        as a supervisor would (`bench/Trawl.Ipc.Worker`, published compiled ahead of time). The clock runs from the signal to the first verified answer of the new process, the start of its
        runtime included. *Acquire*: from asking the pool to having a connection that is open, used for one call and given back.
        *Allocations*: what the runtime's allocation counter says around a warm connection with both ends in one process.
        """;

    internal const string Soak = """
        Calls, streams, errors, streams left early, messages of 1 MiB, and connections that come and go (one in twenty each
        second), over 100 connections; a sample each second. The slope is that of the straight line through all samples after
        minute five. *heap* is what the server's garbage collector has from the system, *native* what else is nobody's but its own,
        *shared* the rest: pages of rings, of files and of code.
        """;

    internal const string Fuzz = """
        By `bench/Trawl.Ipc.Fuzz`. *rings*: random writes over a ring's control block and data, which lie between pages that nobody
        may touch, read by the real code. *segment*: random writes over the memory of live connections, before and while the server
        reads it. *frames*: valid frames with changes and right checksums, through the judges of types and ids, the assembler,
        every kind of handler and every decoder. Honest peers call beside the last two, and each of their answers is checked. A
        crash or an access out of bounds would end the process.
        """;

    internal const string Closing = """
        ## Weak

        - The machine was never wholly ours: strangers took up to a third of a core from the *quiet* realistic work
          and from one of the three runs of round trips, and one core (1.1 in the median) from the *busy* realistic work, in the place of
          the load generator of `--busy`. Each turn's share is in the raw results. Not every rival took part in each run.
        - Recovery is mostly the start of the runtime: 45 ms for an empty program here, of which nothing can be saved in this library.
        - The soak went on beside other work, which took most of the machine in changing parts, and its slope misses the goal. What grew:
          shared pages went up and down between 52 and 67 MiB (medians of five minutes), as traffic touches pages of rings and the kernel
          takes cold ones back; *native* rose by 2.2 MiB until minute 35 and then by nothing in half an hour; the heap took one step of 1 MiB in
          minute 50. An hour before gave 2.9 MiB an hour, with its last step in minute 33. A test counts what 10,000 connections leave
          behind: no object, descriptor or mapping.
        - The bare channel beats calls where much is under way at once: an asynchronous call that is not answered at once is
          finished by the thread pool, and that costs more than the message does.
        - Where both sides can gather, Unix sockets carry a mixed load nearly as fast: shared memory wins by latency and by
          messages that are sent one by one.
        - One machine, two virtual cores. Nothing here says how it scales with cores or over sockets of a large server.
        - p99.9 is mostly the machine's: the spinning floor shows it too.
        - Cloudtoid.Interprocess and iceoryx2 are missing: neither is to be had from the registries used here.
        - A spinning reader burns up to 100 µs of processor time for a wait before it blocks.
        """;
}
