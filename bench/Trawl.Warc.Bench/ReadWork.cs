using Trawl.Warc.Reading;

namespace Trawl.Warc.Bench;

/// <summary>Reads every record: fields, HTTP head, every byte of the payload.</summary>
internal static class ReadWork
{
    public static int Run(string file)
    {
        using var reader = WarcReader.Open(file);
        long records = 0, bytes = 0, ok = 0;
        var buffer = new byte[64 << 10];
        while (reader.Read() is { } record)
        {
            records++;
            if (record.ReadHttpHead() is { StatusCode: 200 }) ok++;
            using var payload = record.OpenPayload();
            for (int read; (read = payload.Read(buffer, 0, buffer.Length)) > 0;) bytes += read;
        }

        Console.WriteLine($"{records} records, {ok} ok, {bytes} bytes, {reader.ProblemCount} problems");
        return reader.ProblemCount == 0 ? 0 : 1;
    }
}
