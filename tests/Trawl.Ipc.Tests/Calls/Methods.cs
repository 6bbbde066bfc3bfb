using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Tests.Calls;

/// <summary>What the test server serves.</summary>
internal static class Methods
{
    public static readonly IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Echo = new(1, IpcCodecs.Bytes, IpcCodecs.Bytes);
    public static readonly IpcMethod<string, string> Upper = new(2, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Throw = new(3, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, IpcNothing> Note = new(4, IpcCodecs.Text, IpcCodecs.Nothing);
    public static readonly IpcMethod<string, string> Count = new(5, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Join = new(6, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> UpperEach = new(7, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Hang = new(8, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> EchoPooled = new(9, IpcCodecs.Bytes, IpcCodecs.Bytes);
    public static readonly IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Flood = new(10, IpcCodecs.Bytes, IpcCodecs.Bytes);
    public static readonly IpcMethod<string, string> Missing = new(99, IpcCodecs.Text, IpcCodecs.Text);
}
