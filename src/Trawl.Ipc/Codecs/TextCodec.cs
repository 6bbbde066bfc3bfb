using System.Text;
using System.Text.Unicode;

namespace Trawl.Ipc.Codecs;

internal sealed class TextCodec : IIpcCodec<string>
{
    public int MaxSize(string value) => Encoding.UTF8.GetMaxByteCount(value.Length);

    public int Write(string value, Span<byte> target) => Encoding.UTF8.GetBytes(value, target);

    public bool TryRead(ReadOnlySpan<byte> source, out string value)
    {
        var isValid = Utf8.IsValid(source);
        value = isValid ? Encoding.UTF8.GetString(source) : "";
        return isValid;
    }
}
