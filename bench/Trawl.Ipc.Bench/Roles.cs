using System.Globalization;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Echo;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench;

/// <summary>What the processes of a race do: one serves, one drives and obeys.</summary>
internal static class Roles
{
    internal static void SayReady()
    {
        Console.Out.WriteLine("ready");
        Console.Out.Flush();
    }

    /// <summary>Has this process end when its standard input does: with the benchmark, however that ends.</summary>
    internal static void EndWithInput() => new Thread(() =>
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        Environment.Exit(0);
    })
    { IsBackground = true }.Start();

    internal static Codec CodecOf(string name) => name == "binary" ? new BinaryCodec() : new JsonCodec();

    internal static int Serve(Channel channel, string codec, string contentFile)
    {
        using (channel)
            new ChannelServer(channel, new WorkServer(channel, CodecOf(codec), new WorkAnswers(WorkContent.Load(contentFile)))).Run();
        return 0;
    }

    internal static int Drive(Channel channel, string codec, string contentFile)
    {
        var echo = new EchoDriver(channel);
        var work = new WorkClient(channel, CodecOf(codec), WorkContent.Load(contentFile));
        using (channel)
            return Obey(words => words[0] switch
            {
                "latency" => echo.RoundTrips(Number(words[1]), Real(words[2])),
                "flood" => echo.Flood(Number(words[1]), Number(words[2]), Real(words[3])),
                "work" when words[1] == "mixed" => work.Mixed(Real(words[2])),
                "work" => work.One(KindOf(words[1]), Real(words[2])),
                _ => throw new InvalidOperationException($"Unknown order {words[0]}."),
            });
    }

    internal static int Obey(Func<string[], JsonObject> handle)
    {
        SayReady();
        while (Console.In.ReadLine() is { } line)
        {
            Console.Out.WriteLine(handle(line.Split(' ')).ToJsonString());
            Console.Out.Flush();
        }

        return 0;
    }

    internal static byte KindOf(string operation) => operation switch
    {
        "completion" => Kind.Request, "tool" => Kind.ToolCall, "stream" => Kind.StreamRequest, _ => Kind.BatchRequest,
    };

    internal static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    internal static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
