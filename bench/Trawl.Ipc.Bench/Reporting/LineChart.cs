using System.Globalization;
using System.Net;
using System.Text;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Curves over one axis from zero, as SVG.</summary>
internal sealed class LineChart(string title)
{
    private const int Width = 900, Height = 320, Left = 60, Right = 90, Top = 44, Bottom = 36, Lines = 5;
    private readonly List<(string Label, string Colour, (double X, double Y)[] Points)> _curves = [];

    internal void Add(string label, string colour, (double X, double Y)[] points)
    {
        if (points.Length > 1) _curves.Add((label, colour, points));
    }

    internal void Save(string file)
    {
        var right = _curves.Max(c => c.Points.Max(p => p.X));
        var top = Math.Ceiling(_curves.Max(c => c.Points.Max(p => p.Y)) / 10) * 10;
        double X(double value) => Left + (value / right * (Width - Left - Right));
        double Y(double value) => Height - Bottom - (value / top * (Height - Top - Bottom));
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line(svg, $"<text x=\"12\" y=\"22\" font-size=\"16\">{WebUtility.HtmlEncode(title)}</text>");
        for (var i = 0; i <= Lines; i++) Grid(svg, (X(right * i / Lines), right * i / Lines), (Y(top * i / Lines), top * i / Lines));
        foreach (var (label, colour, points) in _curves) Draw(svg, label, colour, [.. points.Select(p => (X(p.X), Y(p.Y)))]);
        Line(svg, $"</svg>");
        File.WriteAllText(file, svg.ToString());
    }

    private static void Grid(StringBuilder svg, (double At, double Value) x, (double At, double Value) y)
    {
        Line(svg, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At:0.#}\" y2=\"{y.At:0.#}\" stroke=\"#ddd\"/>");
        Line(svg, $"<text x=\"{Left - 8}\" y=\"{y.At + 4:0.#}\" text-anchor=\"end\" fill=\"#666\">{Figures.Short(y.Value)}</text>");
        Line(svg, $"<text x=\"{x.At:0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\" fill=\"#666\">{Figures.Short(x.Value)}</text>");
    }

    private static void Draw(StringBuilder svg, string label, string colour, (double X, double Y)[] points)
    {
        var path = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));
        Line(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>");
        Line(svg, $"<text x=\"{points[^1].X + 6:0.#}\" y=\"{points[^1].Y + 4:0.#}\" fill=\"{colour}\">{WebUtility.HtmlEncode(label)}</text>");
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
