using Spectre.Console.Rendering;

namespace Trawl.Cli.Progress;

/// <summary>Lines that are laid out and coloured already, as something the live display can draw.</summary>
internal sealed class PanelLines(IReadOnlyList<string> lines) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in lines)
        {
            foreach (var segment in Split(line))
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }

    /// <summary>Colours go as control segments, so that they do not count as columns.</summary>
    private static IEnumerable<Segment> Split(string line)
    {
        var at = 0;
        while (at < line.Length)
        {
            var escape = line.IndexOf('\e', at);
            if (escape != at)
            {
                var end = escape < 0 ? line.Length : escape;
                yield return new Segment(line[at..end]);
                at = end;
                continue;
            }

            var close = line.IndexOf('m', escape) + 1;
            yield return Segment.Control(line[escape..close]);
            at = close;
        }
    }
}
