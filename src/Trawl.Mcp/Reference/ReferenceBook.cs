namespace Trawl.Mcp.Reference;

/// <summary>The generated reference pages, carried in this assembly: what an assistant reads is what this version does.</summary>
internal static class ReferenceBook
{
    private const int MostFound = 4;

    private static readonly Lazy<IReadOnlyList<ReferenceSection>> s_sections = new(() => [.. Split(Page("pipeline.md"))]);

    /// <summary>The pages by name, each with what is in it.</summary>
    public static IReadOnlyList<(string Name, string Title)> Pages { get; } =
    [
        ("pipeline.md", "The pipeline language"),
        ("pipeline-errors.md", "Errors and warnings of pipelines"),
        ("errors.md", "Errors of runs"),
        ("pipeline.schema.json", "JSON schema of pipelines"),
    ];

    /// <summary>The sections of the pipeline language.</summary>
    public static IReadOnlyList<ReferenceSection> Sections => s_sections.Value;

    /// <summary>Sections of that name, else the lines of that code, else sections with those words; the best first.</summary>
    public static IReadOnlyList<ReferenceSection> Find(string topic)
    {
        var named = Sections.Where(s => s.Title.Equals(topic, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (named.Length > 0)
        {
            return named;
        }

        if (topic.StartsWith("TRAWL-", StringComparison.OrdinalIgnoreCase))
        {
            return [.. Lines("errors.md", topic).Concat(Lines("pipeline-errors.md", topic)).Select(l => new ReferenceSection(topic.ToUpperInvariant(), l))];
        }

        return [.. Sections.Where(s => s.Text.Contains(topic, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(s => s.Text.Split(topic, StringSplitOptions.None).Length * 1_000 / (s.Text.Length + 1)).Take(MostFound)];
    }

    /// <summary>A whole page; null when there is none of that name.</summary>
    public static string? Read(string name) => Pages.Any(p => p.Name == name) ? Page(name) : null;

    private static IEnumerable<string> Lines(string page, string code) =>
        Page(page).Split('\n').Where(l => l.StartsWith('|') && l.Contains(code, StringComparison.OrdinalIgnoreCase));

    private static string Page(string name)
    {
        using var stream = typeof(ReferenceBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<ReferenceSection> Split(string page) =>
        page.Split("\n## ").Skip(1).Select(part => new ReferenceSection(part[..part.IndexOf('\n', StringComparison.Ordinal)].Trim(), $"## {part.Trim()}"));
}
