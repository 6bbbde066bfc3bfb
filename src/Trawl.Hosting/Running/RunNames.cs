using System.Globalization;
using System.Security.Cryptography;
using Trawl.Model.Ids;

namespace Trawl.Hosting.Running;

/// <summary>Makes the names of runs: pipeline, day, and five characters of chance.</summary>
internal static class RunNames
{
    // Without 0, 1, i, l, o and u: names are read out and typed.
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";

    public static RunId New(string pipeline, DateTimeOffset now)
    {
        var chance = RandomNumberGenerator.GetString(Letters, 5);
        return new RunId(string.Create(CultureInfo.InvariantCulture, $"{pipeline}-{now.UtcDateTime:yyyyMMdd}-{chance}"));
    }
}
