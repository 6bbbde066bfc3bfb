using Trawl.Warc;

namespace Trawl.Recording.Checking;

/// <summary>What a check of a capture found.</summary>
public sealed class CaptureFindings
{
    private const int Kept = 50;
    private readonly List<CaptureDefect> _defects = [];
    private readonly Dictionary<WarcRecordType, long> _records = [];

    /// <summary>Records by their type.</summary>
    public IReadOnlyDictionary<WarcRecordType, long> Records => _records;

    /// <summary>Exchanges that were read back whole.</summary>
    public long Exchanges { get; private set; }

    /// <summary>How many defects there are.</summary>
    public long DefectCount { get; private set; }

    /// <summary>The first of them, at most 50.</summary>
    public IReadOnlyList<CaptureDefect> Defects => _defects;

    internal void Count(WarcRecordType type) => _records[type] = _records.GetValueOrDefault(type) + 1;

    internal void CountExchange() => Exchanges++;

    internal void Add(CaptureDefect defect)
    {
        DefectCount++;
        if (_defects.Count < Kept)
        {
            _defects.Add(defect);
        }
    }
}
