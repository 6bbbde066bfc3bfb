using System.Text.Json.Serialization;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Tests.Bytes;

public sealed partial class IpcReaderTests
{
    [Theory]
    [InlineData(0UL)]
    [InlineData(127UL)]
    [InlineData(128UL)]
    [InlineData(ulong.MaxValue)]
    public void NumbersComeBack(ulong value)
    {
        Span<byte> bytes = stackalloc byte[IpcWriter.MaxVarint];
        var writer = new IpcWriter(bytes);
        writer.WriteVarint(value);
        var reader = new IpcReader(bytes[..writer.Written]);
        Assert.True(reader.TryReadVarint(out var read) && reader.IsAtEnd);
        Assert.Equal(value, read);
    }

    [Fact]
    public void NumbersThatDoNotEndOrDoNotFitAreRefused()
    {
        foreach (var bytes in (byte[][])[[], [0x80], [.. Enumerable.Repeat((byte)0xFF, 9), 2], [.. Enumerable.Repeat((byte)0x80, 10), 1]])
        {
            var reader = new IpcReader(bytes);
            Assert.False(reader.TryReadVarint(out _));
        }
    }

    [Fact]
    public void TextMustBeUtf8AndWhole()
    {
        foreach (var bytes in (byte[][])[[5, 65], [1, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 65]])
        {
            var reader = new IpcReader(bytes);
            Assert.False(reader.TryReadText(out _));
        }
    }

    [Fact]
    public void ACountIsBoundedByTheBytesThatAreThere()
    {
        var reader = new IpcReader([3, 0, 0, 0, 0, 0, 0]);
        Assert.True(reader.TryReadCount(2, out var count));
        Assert.Equal(3, count);
        reader = new IpcReader([4, 0, 0, 0, 0, 0, 0]);
        Assert.False(reader.TryReadCount(2, out count));
        Assert.Equal(0, count);
    }

    [Fact]
    public void NestingEnds()
    {
        var reader = new IpcReader([]);
        for (var i = 0; i < IpcReader.MaxNesting; i++) Assert.True(reader.TryEnter());
        Assert.False(reader.TryEnter());
        reader.Leave();
        reader.Leave();
        Assert.True(reader.TryEnter());
    }

    // The JSON codec: System.Text.Json stops at 64 levels, and that is a refusal, not an exception.
    [Theory]
    [InlineData(60, true)]
    [InlineData(10_000, false)]
    public void JsonThatIsNestedTooDeepIsRefused(int levels, bool expected)
    {
        var json = string.Concat(Enumerable.Repeat("{\"Inner\":", levels)) + "{}" + new string('}', levels);
        Assert.Equal(expected, IpcCodecs.Json(NestedJson.Default.Nested).TryRead(System.Text.Encoding.UTF8.GetBytes(json), out _));
    }

    internal sealed class Nested
    {
        public Nested? Inner { get; set; }
    }

    [JsonSerializable(typeof(Nested))]
    internal sealed partial class NestedJson : JsonSerializerContext;
}
