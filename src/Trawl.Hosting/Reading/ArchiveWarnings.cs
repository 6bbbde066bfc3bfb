using System.Globalization;
using Trawl.Recording.Archives;

namespace Trawl.Hosting.Reading;

/// <summary>What is wrong with the archives a run reads.</summary>
internal static class ArchiveWarnings
{
    public static IEnumerable<string> Of(string runFolder)
    {
        if (new ArchiveFolder(runFolder).Read() is not { DefectCount: > 0 } report)
        {
            return [];
        }

        return
        [
            string.Create(CultureInfo.InvariantCulture, $"The archives have {report.DefectCount} defects; the rest of them was read."),
            .. report.Defects,
        ];
    }
}
