using Trawl.Warc.Reading;

namespace Trawl.Warc.Tests;

/// <summary>Reads a whole file in memory.</summary>
internal static class Reading
{
    public static (List<WarcRecord> Records, List<byte[]> Blocks, WarcReader Reader) All(Stream stream, WarcReaderOptions? options = null)
    {
        var reader = new WarcReader(stream, options);
        List<WarcRecord> records = [];
        List<byte[]> blocks = [];
        while (reader.Read() is { } record)
        {
            records.Add(record);
            blocks.Add(record.ReadBlock(1 << 24));
        }

        return (records, blocks, reader);
    }

    public static (List<WarcRecord> Records, List<byte[]> Blocks, WarcReader Reader) All(byte[] file) => All(new MemoryStream(file));
}
