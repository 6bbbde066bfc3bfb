namespace Trawl.Ipc.Bench.Racing;

/// <summary>Everybody who can take part.</summary>
internal sealed class Rivals(string contentFile)
{
    private static readonly string s_binaries = Path.Combine("artifacts", "bench", "ipc", "bin");

    // Ends with its standard input, and then takes its shared memory with it.
    private static readonly string[] s_router =
        ["sh", "-c", "iox-roudi -l off -m off & cat > /dev/null; kill $!; wait $!"];

    private static readonly string s_node = Path.Combine(AppContext.BaseDirectory, "node");

    internal Rival Spin => Native("spin", "C++ shared memory, spinning: the floor", "{at}") with { Spins = true };

    internal Rival Trawl => Own("trawl", "Trawl.Ipc");

    internal Rival TrawlBlocking => Own("trawl-block", "Trawl.Ipc, never spinning");

    internal Rival UnixBlocking => Own("uds", "C# Unix socket, blocking");

    internal Rival[] Echoes =>
    [
        Spin,
        Trawl,
        Own("trawl-calls", "Trawl.Ipc, calls", "calls"),
        Own("trawl-calls-async", "Trawl.Ipc, asynchronous calls", "calls-async"),
        Own("trawl-inplace", "Trawl.Ipc, trusted peer read in place"),
        TrawlBlocking,
        TrawlBlocking.OnOneCore(),
        Own("trawl-socket", "Trawl.Ipc, socket fallback"),
        UnixBlocking,
        UnixBlocking.OnOneCore(),
        Own("uds-async", "C# Unix socket, async"),
        Own("tcp", "C# TCP on loopback, blocking"),
        Own("pipe", "C# named pipe, async"),
        Own("grpc", "gRPC wire on a Unix socket"),
        Native("uds", "C++ Unix socket, blocking", "{at}") with { Name = "cpp-uds" },
        Native("zmq", "libzmq, ipc", "{at}"),
        Native("nng", "nng, ipc", "{at}"),
        Native("iceoryx", "iceoryx, polling", "trawl-bench") with { Spins = true, Daemon = s_router },
        new("node-uds", "Node.js Unix socket, raw bytes", Node("echo.mjs", "serve", "uds", "{at}"), Node("echo.mjs", "drive", "uds", "{at}")),
        new("node-child", "Node.js child_process, json", [], Node("echo.mjs", "drive", "child", "json")),
    ];

    /// <summary>What tables show for each name.</summary>
    internal Dictionary<string, string> Labels =>
        Echoes.Concat(Workers).Concat(Floods).DistinctBy(rival => rival.Name).ToDictionary(rival => rival.Name, rival => rival.Label);

    internal Rival[] Floods => [Trawl, UnixBlocking];

    internal Rival[] Crowds =>
    [
        Own("trawl", "Trawl.Ipc", "many-trawl"),
        Own("trawl-socket", "Trawl.Ipc, socket fallback", "many-trawl-socket"),
        Own("uds", "C# epoll loop on Unix sockets", "many-uds"),
    ];

    /// <summary>Processes that serve one connection and wait.</summary>
    internal Rival[] Idlers => [.. Echoes.Where(rival => rival.Name is "trawl-calls" or "uds" or "node-uds")];

    internal Rival Soak => new(
        "trawl", "Trawl.Ipc", [Environment.ProcessPath!, "serve", "calls", "{at}", "binary", contentFile],
        [Environment.ProcessPath!, "drive", "soak", "{at}", "binary", contentFile]);

    internal Rival[] Workers =>
    [
        Own("trawl-binary", "Trawl.Ipc, binary", "trawl"),
        Own("trawl-json", "Trawl.Ipc, JSON", "trawl", "json"),
        Own("trawl-block-binary", "Trawl.Ipc never spinning, binary", "trawl-block"),
        Own("trawl-calls-binary", "Trawl.Ipc calls, binary", "calls"),
        Own("trawl-calls-json", "Trawl.Ipc calls, JSON", "calls", "json"),
        Own("uds-json", "C# Unix socket, JSON", "uds", "json"),
        Own("uds-binary", "C# Unix socket, binary", "uds"),
        Own("grpc", "gRPC wire on a Unix socket, binary"),
        NodeSocket("json", "Node.js Unix socket, JSON"),
        NodeSocket("json-gathered", "Node.js Unix socket, JSON, gathered writes"),
        NodeSocket("binary", "Node.js Unix socket, binary by hand, gathered writes"),
        NodeChild("json", "Node.js child_process, json"),
        NodeChild("advanced", "Node.js child_process, advanced"),
    ];

    private static string[] Node(params string[] arguments) => ["node", Path.Combine(s_node, arguments[0]), .. arguments[1..]];

    private static Rival Native(string name, string label, string endpoint)
    {
        var program = Path.Combine(s_binaries, name);
        return new(name, label, [program, "serve", endpoint], [program, "drive", endpoint]) { Needs = program };
    }

    private Rival Own(string name, string label, string? transport = null, string codec = "binary")
    {
        string[] Command(string role) => [Environment.ProcessPath!, role, transport ?? name, "{at}", codec, contentFile];
        return new(name, label, Command("serve"), Command("drive"));
    }

    private Rival NodeSocket(string mode, string label) => new(
        "node-" + mode, label,
        Node("work.mjs", "serve", contentFile, "socket", mode, "{at}"), Node("work.mjs", "drive", contentFile, "socket", mode, "{at}"));

    private Rival NodeChild(string mode, string label) =>
        new("node-child-" + mode, label, [], Node("work.mjs", "drive", contentFile, "child", mode));
}
