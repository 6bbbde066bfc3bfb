using System.Buffers;
using System.Text.Unicode;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Load.Site;

/// <summary>
/// Answers with the pages of a <see cref="PageTree"/> as HTML, made in the process: no socket, no waiting.
/// </summary>
internal sealed class GeneratedSite(PageTree tree, int pageBytes) : IFetcher
{
    private static readonly FetchHeader[] s_headers = [new("Content-Type", "text/html; charset=utf-8")];
    private readonly byte[] _filler = Filler(pageBytes);

    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var page = PageTree.NumberOf(request.Url);
        var buffer = ArrayPool<byte>.Shared.Rent(_filler.Length + 512 + (tree.LinksMost * 128));
        var length = Write(page, buffer);
        return new(new FetchResult(() => ArrayPool<byte>.Shared.Return(buffer))
        {
            Status = 200,
            Headers = s_headers,
            Body = buffer.AsMemory(0, length),
            BodyLength = length,
            Address = "127.0.0.1",
            Duration = TimeSpan.FromMilliseconds(1),
        });
    }

    private int Write(long page, Span<byte> target)
    {
        Utf8.TryWrite(target, $"<!doctype html><html><head><title>Page {page}</title></head><body><h1>Page {page}</h1><ul>\n", out var used);
        Span<long> links = stackalloc long[tree.LinksMost];
        foreach (var link in links[..tree.Links(page, links)])
        {
            Utf8.TryWrite(
                target[used..], $"<li class=\"entry\"><a href=\"{tree.Origin(link)}/section-{link % 97}/page-{link}.html\">Page {link}</a></li>\n", out var more);
            used += more;
        }

        _filler.CopyTo(target[used..]);
        return used + _filler.Length;
    }

    private static byte[] Filler(int bytes)
    {
        var paragraph = "<p class=\"text\">A paragraph with <em>some</em> words, a <code>name</code> and an end &amp; more.</p>\n"u8;
        var filler = new List<byte>();
        filler.AddRange("</ul>"u8);
        while (filler.Count < bytes)
        {
            filler.AddRange(paragraph);
        }

        filler.AddRange("</body></html>"u8);
        return [.. filler];
    }
}
