using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests.ReadingTests;

/// <summary>Valid files, changed at random: nothing throws, and what is read is bounded by what is there.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(WarcCompression.Gzip, 0)]
    [InlineData(WarcCompression.Gzip, 6)]
    [InlineData(WarcCompression.None, 6)]
    public void Read_MutatedFiles_NeverThrows(WarcCompression compression, int level)
    {
        var (file, _) = Samples.Archive(Samples.Options(compression, level), exchanges: 2);
        for (var seed = 1; seed <= 1500; seed++)
        {
            var bad = Mutate(file, new Random(seed));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ReadEverything(bad, seed % 2 == 0);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, {compression} {level}: {e}");
            }

            // The reader's own buffers are most of it; what a file claims about itself costs nothing.
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 4 << 20, $"seed {seed}, {compression} {level}: {allocated} bytes");
        }
    }

    // Records that each claim the rest of the file: going back for each would be quadratic.
    [Fact]
    public void Read_EveryRecordClaimsTheRest_CostsLinearTime()
    {
        var record = Samples.Record(1, length: "999999999");
        var file = Samples.Join([.. Enumerable.Repeat(record, 60_000)]);
        using var stream = new CountingReads(file);
        var (_, _, reader) = Drain(stream);

        Assert.True(reader.ProblemCount > 0);
        Assert.InRange(stream.BytesRead, file.Length, (4L * file.Length) + (200 << 20));
    }

    private static (int Records, long Bytes, WarcReader Reader) Drain(Stream stream)
    {
        var reader = new WarcReader(stream);
        var count = 0;
        while (reader.Read() is not null) count++;
        return (count, 0, reader);
    }

    private static void ReadEverything(byte[] file, bool canSeek)
    {
        using var reader = new WarcReader(canSeek ? new MemoryStream(file) : new DripStream(file, 777));
        for (var count = 0; reader.Read() is { } record; count++)
        {
            Assert.InRange(count, 0, file.Length);
            if (count % 3 == 0) record.VerifyDigests();
            else if (count % 3 == 1) record.ReadPayload(1 << 20);
            record.Finish();
        }
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 20; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private sealed class CountingReads(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            BytesRead += read;
            return read;
        }
    }
}
