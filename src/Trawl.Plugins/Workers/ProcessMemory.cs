using System.Globalization;

namespace Trawl.Plugins.Workers;

/// <summary>A process's memory that is nobody else's, as <c>/proc</c> has it.</summary>
internal static class ProcessMemory
{
    public static long Private(int process)
    {
        try
        {
            foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")))
            {
                if (line.StartsWith("RssAnon:", StringComparison.Ordinal))
                    return 1024 * long.Parse(line.AsSpan(8, line.Length - 10), NumberStyles.Integer, CultureInfo.InvariantCulture);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Gone, or a platform without /proc.
        }

        return 0;
    }
}
