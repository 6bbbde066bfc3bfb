using System.Text;
using Trawl.Engine.Admission;
using Trawl.Storage.Durability;
using Trawl.Warc.Indexing;
using Trawl.Web.Urls;

namespace Trawl.Recording.Archives;

/// <summary>
/// The pages of an index: URLs that were answered with a status of 200 to 299 and with anything but images, sound, films,
/// fonts, styles and scripts.
/// </summary>
internal static class ArchivePages
{
    private static readonly string[] s_parts =
        ["image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript"];

    /// <summary>Writes those in scope, a URL a line, and says how many.</summary>
    public static long Write(ArchiveFolder folder, ScopeFilter scope)
    {
        var count = 0L;
        using var index = File.OpenRead(folder.Index);
        using var file = new FileStream(folder.Pages, FileMode.Create, FileAccess.Write);
        foreach (var url in Urls(new CdxIndex(index).ReadAll()))
        {
            if (!WebUrl.TryParse(url, out var parsed) || !scope.Check(parsed).InScope)
            {
                continue;
            }

            file.Write(Encoding.UTF8.GetBytes(url));
            file.WriteByte((byte)'\n');
            count++;
        }

        DurableFile.Flush(file);
        return count;
    }

    // All entries of a URL stand together.
    private static IEnumerable<string> Urls(IEnumerable<CdxEntry> entries)
    {
        string? current = null;
        bool isPage = false, isPart = false;
        foreach (var entry in entries.Where(e => e.UrlKey.StartsWith("http", StringComparison.Ordinal)))
        {
            if (entry.UrlKey != current)
            {
                if (current is not null && isPage && !isPart)
                {
                    yield return current;
                }

                (current, isPage, isPart) = (entry.UrlKey, false, false);
            }

            isPage |= entry.Status is 0 or (>= 200 and < 300) && !entry.UrlKey.EndsWith("/robots.txt", StringComparison.Ordinal);
            isPart |= entry.Mime is { } mime && s_parts.Any(part => mime.StartsWith(part, StringComparison.Ordinal));
        }

        if (current is not null && isPage && !isPart)
        {
            yield return current;
        }
    }
}
