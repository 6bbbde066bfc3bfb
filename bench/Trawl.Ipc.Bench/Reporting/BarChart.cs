using System.Globalization;
using System.Net;
using System.Text;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Horizontal bars on a logarithmic scale, with a mark for the 99th percentile, as SVG.</summary>
internal sealed class BarChart(string title, string unit)
{
    private const int Width = 900, Left = 300, Right = 40, Row = 24, Top = 54;
    private readonly List<(string Label, double Value, double Mark, bool IsOurs)> _bars = [];

    internal void Add(string label, double value, double mark, bool isOurs)
    {
        if (!double.IsNaN(value)) _bars.Add((label, value, mark, isOurs));
    }

    internal void Save(string file)
    {
        var low = Math.Floor(Math.Log10(_bars.Min(b => b.Value)) * 2) / 2;
        var high = Math.Ceiling(Math.Log10(_bars.Max(b => Math.Max(b.Value, b.Mark))) * 2) / 2;
        double X(double value) => Left + ((Math.Log10(value) - low) / (high - low) * (Width - Left - Right));
        var height = Top + (_bars.Count * Row) + 20;
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line(svg, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>");
        Line(svg, $"<text x=\"12\" y=\"22\" font-size=\"16\">{WebUtility.HtmlEncode(title)}</text>");
        for (var power = Math.Ceiling(low); power <= high; power++) Grid(svg, X(Math.Pow(10, power)), Math.Pow(10, power), height);
        for (var i = 0; i < _bars.Count; i++) Draw(svg, _bars[i], Top + (i * Row), X);
        Line(svg, $"</svg>");
        File.WriteAllText(file, svg.ToString());
    }

    private void Grid(StringBuilder svg, double x, double value, int height)
    {
        Line(svg, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top - 6}\" y2=\"{height - 14}\" stroke=\"#ddd\"/>");
        Line(svg, $"<text x=\"{x:0.#}\" y=\"{Top - 10}\" text-anchor=\"middle\" fill=\"#666\">{Figures.Short(value)} {unit}</text>");
    }

    private static void Draw(StringBuilder svg, (string Label, double Value, double Mark, bool IsOurs) bar, int y, Func<double, double> x)
    {
        var (end, colour) = (x(bar.Value), bar.IsOurs ? "#1f6feb" : "#9aa4b2");
        Line(svg, $"<text x=\"{Left - 8}\" y=\"{y + 14}\" text-anchor=\"end\">{WebUtility.HtmlEncode(bar.Label)}</text>");
        Line(svg, $"<rect x=\"{Left}\" y=\"{y + 3}\" width=\"{Math.Max(1, end - Left):0.#}\" height=\"{Row - 8}\" fill=\"{colour}\"/>");
        Line(svg, $"<text x=\"{end + 5:0.#}\" y=\"{y + 15}\" fill=\"#222\">{Figures.Short(bar.Value)}</text>");
        if (double.IsNaN(bar.Mark)) return;
        var mark = x(bar.Mark);
        Line(svg, $"<line x1=\"{mark:0.#}\" x2=\"{mark:0.#}\" y1=\"{y + 3}\" y2=\"{y + Row - 5}\" stroke=\"#c62828\" stroke-width=\"2\"/>");
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
