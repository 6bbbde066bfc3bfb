using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Syntax;

/// <summary>Replaces <c>${…}</c> in every value of a tree.</summary>
internal sealed class Interpolator(PipelineSource source, DiagnosticSink sink)
{
    private readonly SortedSet<string> _sets = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _variables = new(StringComparer.Ordinal);

    /// <summary>Names of <c>--set</c> values the text asks for.</summary>
    public IReadOnlyCollection<string> Sets => _sets;

    /// <summary>Names of environment variables the text asks for.</summary>
    public IReadOnlyCollection<string> Variables => _variables;

    public void Apply(MapNode root)
    {
        foreach (var entry in root.Entries) Apply(entry.Value, entry.Name is "fetch" or "start" or "login" or "proxies" or "tools", false);
        foreach (string name in source.Values.Keys)
            if (!_sets.Contains(name)) ReportUnused(root, name);
    }

    private void Apply(Node node, bool mayHoldHeaders, bool isHeader)
    {
        switch (node)
        {
            case ScalarNode scalar:
                if (scalar.Style != ScalarStyle.Code) Apply(scalar, isHeader);
                break;
            case ListNode list:
                foreach (var item in list.Items) Apply(item, mayHoldHeaders, isHeader);
                break;
            case MapNode map:
                foreach (var entry in map.Entries)
                    Apply(entry.Value, mayHoldHeaders, isHeader || (mayHoldHeaders && entry.Name is "headers" or "fields" or "user" or "password"));
                break;
        }
    }

    private void Apply(ScalarNode scalar, bool isHeader)
    {
        string raw = scalar.Raw;
        if (Placeholder.Next(raw, 0) is null) return;
        var made = new InterpolatedText();
        int at = 0;
        while (Placeholder.Next(raw, at) is { } found)
        {
            made.Copy(raw.AsSpan(at, found.Start - at), at);
            Replace(scalar, found, isHeader, made);
            at = found.Start + found.Length;
        }

        made.Copy(raw.AsSpan(at), at);
        scalar.Interpolate(made);
    }

    private void Replace(ScalarNode scalar, Placeholder found, bool isHeader, InterpolatedText made)
    {
        var written = scalar.Raw.AsSpan(found.Start, found.Length);
        string? value = found.Kind switch
        {
            PlaceholderKind.Escape => "${",
            PlaceholderKind.Environment => Environment(scalar, found),
            PlaceholderKind.Set => Set(scalar, found),
            _ => Malformed(scalar, found),
        };
        // A header keeps what Hosting must replace later, and what it must not take for a placeholder.
        bool keep = isHeader && found.Kind is PlaceholderKind.Escape or PlaceholderKind.Environment;
        if (value is null || keep) made.Copy(written, found.Start);
        else made.Replace(isHeader ? value.Replace("${", "$${", StringComparison.Ordinal) : value, found.Start);
    }

    private string? Environment(ScalarNode scalar, Placeholder found)
    {
        _variables.Add(found.Name);
        string? value = source.Environment(found.Name) ?? found.Default;
        if (value is null)
            sink.Add(Rules.MissingVariable, scalar, $"The environment variable \"{found.Name}\" is not set.",
                $"Set it, write {found.Name}=… into the .env file, or give a default: ${{env:{found.Name}:-…}}.",
                    found.Start);
        return value;
    }

    private string? Set(ScalarNode scalar, Placeholder found)
    {
        _sets.Add(found.Name);
        string? value = source.Values.GetValueOrDefault(found.Name) ?? found.Default;
        if (value is null)
            sink.Add(Rules.MissingSetValue, scalar, $"The value \"{found.Name}\" was not given.",
                $"Add --set {found.Name}=…, or give a default: ${{{found.Name}:-…}}; "
                + "write $${ for the characters themselves.", found.Start);
        return value;
    }

    private string? Malformed(ScalarNode scalar, Placeholder found)
    {
        sink.Add(Rules.Placeholder, scalar, "\"${\" begins a placeholder that is not closed or has no name.", null,
            found.Start);
        return null;
    }

    private void ReportUnused(MapNode root, string name)
    {
        string? near = Spelling.Nearest(name, _sets);
        string fix = near is null ? "Remove it, or write ${" + name + "} where it belongs."
            : $"Did you mean --set {near}=…?";
        sink.Add(Rules.UnusedSetValue, root,
            $"The value \"{name}\" was given, and nothing in the pipeline asks for it.", fix);
    }
}
