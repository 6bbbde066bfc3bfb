using System.Globalization;
using Trawl.Ipc;
using Trawl.Ipc.Codecs;

// usage: Trawl.Ipc.Peer serve PATH [--stats] | hold PATH COUNT | try PATH | flood PATH
// serve: method 1 answers with upper case, method 2 never answers.  hold: makes connections and keeps them, idle.
// try: says how connecting ended.  flood: calls method 1 for ever.  All write "ready" when they are.
var endpoint = IpcEndpoint.At(args[1]);
var upper = new IpcMethod<string, string>(1, IpcCodecs.Text, IpcCodecs.Text);
var hang = new IpcMethod<string, string>(2, IpcCodecs.Text, IpcCodecs.Text);
IpcServer? stats = null;
var connections = new List<IpcConnection>();
switch (args[0])
{
    case "serve":
        if (args.Contains("--stats")) stats = IpcStats.Serve();
        IpcServer.Listen(endpoint, new IpcHandlers().OnInline(upper, text => text.ToUpperInvariant()).OnCall(hang, async (text, call) =>
        {
            await Task.Delay(Timeout.Infinite, call.Cancellation);
            return text;
        }));
        break;
    case "hold":
        for (var i = int.Parse(args[2], CultureInfo.InvariantCulture); i > 0; i--) connections.Add(IpcConnection.Connect(endpoint).Unwrap());
        foreach (var connection in connections) connection.Call(upper, "x").Unwrap();
        break;
    case "try":
        Console.WriteLine(IpcConnection.Connect(endpoint, new IpcOptions { HandshakeTimeout = TimeSpan.FromSeconds(20) }).Error?.Code.ToString() ?? "welcome");
        return;
    case "flood":
        var client = IpcConnection.Connect(endpoint).Unwrap();
        client.Call(upper, "x").Unwrap();
        Console.WriteLine("ready");
        while (client.Call(upper, "hello").IsOk)
        {
        }

        break;
}

Console.WriteLine("ready");
Console.In.ReadToEnd();
GC.KeepAlive(connections);
stats?.Dispose();
