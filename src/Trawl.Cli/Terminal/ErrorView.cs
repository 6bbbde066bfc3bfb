using System.Globalization;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;

namespace Trawl.Cli.Terminal;

/// <summary>Errors for people: what, where with the line itself, why, and the way out.</summary>
internal static class ErrorView
{
    public static void Write(Talk talk, ApiError error)
    {
        if (error.Diagnostics.Count > 0)
        {
            Write(talk, error.Diagnostics);
            return;
        }

        var lines = error.Message.Split('\n');
        talk.Error(SafeText.Line(lines[0]), error.WayOut);
        foreach (var line in lines.Skip(1))
        {
            talk.Detail("  " + SafeText.Line(line));
        }

        if (error.Kind == ApiErrorKind.Internal)
        {
            talk.Detail("  This is an error inside Trawl. Please report it with these lines.");
        }
    }

    public static void Write(Talk talk, IReadOnlyList<PipelineDiagnostic> diagnostics)
    {
        var sources = new Dictionary<string, string[]>();
        foreach (var found in diagnostics)
        {
            Write(talk, found, SourceLine(sources, found));
        }

        talk.Detail(Total(diagnostics));
    }

    private static void Write(Talk talk, PipelineDiagnostic found, string? source)
    {
        var kind = found.IsError ? talk.Style.Red("error") : talk.Style.Yellow("warning");
        talk.Detail($"{talk.Style.Bold(Place(found))}: {kind} {found.Code}: {SafeText.Line(found.Message)}");
        if (source is not null)
        {
            var number = found.Line.ToString(CultureInfo.InvariantCulture);
            var column = Math.Clamp(found.Column - 1, 0, source.Length);
            var before = SafeText.Width(SafeText.Line(source[..column]));
            talk.Detail($"  {talk.Style.Dim(number + " |")} {SafeText.Line(source)}");
            talk.Detail($"  {talk.Style.Dim(new string(' ', number.Length) + " |")} {new string(' ', before)}{talk.Style.Red("^")}");
        }

        if (found.Fix.Length > 0)
        {
            talk.Detail($"  {talk.Style.Cyan("fix:")} {SafeText.Line(found.Fix)}");
        }
    }

    private static string Place(PipelineDiagnostic found) => found.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{found.File ?? "pipeline"}:{found.Line}:{found.Column}")
        : found.Path.Length > 0 ? $"{found.File ?? "pipeline"}: {found.Path}" : found.File ?? "pipeline";

    private static string? SourceLine(Dictionary<string, string[]> sources, PipelineDiagnostic found)
    {
        if (found.File is null || found.Line < 1)
        {
            return null;
        }

        if (!sources.TryGetValue(found.File, out var lines))
        {
            sources[found.File] = lines = File.Exists(found.File)
                ? File.ReadAllText(found.File).ReplaceLineEndings("\n").Split('\n')
                : [];
        }

        return found.Line <= lines.Length ? lines[found.Line - 1].TrimStart('\uFEFF') : null;
    }

    private static string Total(IReadOnlyList<PipelineDiagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.IsError);
        var warnings = diagnostics.Count - errors;
        return warnings == 0 ? Amounts.Of(errors, "error")
            : errors == 0 ? Amounts.Of(warnings, "warning")
            : $"{Amounts.Of(errors, "error")}, {Amounts.Of(warnings, "warning")}";
    }
}
