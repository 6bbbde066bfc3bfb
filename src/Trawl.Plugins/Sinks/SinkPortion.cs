using Trawl.Engine.Seams.Outputs;

namespace Trawl.Plugins.Sinks;

/// <summary>A batch of a sink: a function of the dataset and of the plan alone.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Records before it.</param>
/// <param name="Records">Its records.</param>
internal sealed record SinkPortion(long Number, long Offset, DatasetRecord[] Records)
{
    /// <summary>Records before the next one.</summary>
    public long End => Offset + Records.Length;

    public static IEnumerable<SinkPortion> Of(IEnumerable<DatasetRecord> records, int size)
    {
        long number = 0, offset = 0;
        foreach (var portion in records.Chunk(size))
        {
            yield return new SinkPortion(++number, offset, portion);
            offset += portion.Length;
        }
    }
}
