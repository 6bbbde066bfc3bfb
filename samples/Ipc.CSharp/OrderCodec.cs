using Trawl.Ipc.Codecs;

namespace Shop;

/// <summary>
/// An order as bytes, written straight to where the other process reads it. What comes in is not trusted: a count never
/// makes a list longer than the bytes that came could fill, and bytes that are left over are refused.
/// </summary>
public sealed class OrderCodec : IIpcCodec<Order>
{
    // A line is at least an empty text, a quantity and a price.
    private const int LeastLine = 1 + sizeof(int) + sizeof(double);

    public int MaxSize(Order value)
    {
        var size = sizeof(long) + IpcWriter.MaxSize(value.Customer) + IpcWriter.MaxVarint;
        foreach (var line in value.Lines) size += IpcWriter.MaxSize(line.Sku) + sizeof(int) + sizeof(double);
        return size;
    }

    public int Write(Order value, Span<byte> target)
    {
        var writer = new IpcWriter(target);
        writer.WriteInt64(value.Number);
        writer.WriteText(value.Customer);
        writer.WriteVarint((ulong)value.Lines.Count);
        foreach (var line in value.Lines)
        {
            writer.WriteText(line.Sku);
            writer.WriteInt32(line.Quantity);
            writer.WriteDouble(line.Price);
        }

        return writer.Written;
    }

    public bool TryRead(ReadOnlySpan<byte> source, out Order value)
    {
        value = null!;
        var reader = new IpcReader(source);
        if (!reader.TryReadInt64(out var number) || !reader.TryReadText(out var customer)) return false;
        if (!reader.TryReadCount(LeastLine, out var count)) return false;
        var lines = new List<OrderLine>(count);
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryReadText(out var sku) || !reader.TryReadInt32(out var quantity) || !reader.TryReadDouble(out var price)) return false;
            lines.Add(new(sku, quantity, price));
        }

        value = new(number, customer, lines);
        return reader.IsAtEnd;
    }
}
