using System.Globalization;

namespace Trawl.Storage.Tests.Crashes;

/// <summary>What a writer said before it died.</summary>
public sealed class WriterReport
{
    public List<long> Pages { get; } = [];

    public int Commits { get; private set; }

    public bool Opened { get; private set; }

    public string Errors { get; set; } = "";

    public void Add(string line)
    {
        if (line.StartsWith("open ", StringComparison.Ordinal))
        {
            Opened = true;
        }
        else if (line.StartsWith("ack", StringComparison.Ordinal))
        {
            Commits++;
            Pages.AddRange(line[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(n => long.Parse(n, CultureInfo.InvariantCulture)));
        }
    }
}
