namespace Trawl.Html.Tests.Parsing;

/// <summary>One case of a tree construction file of html5lib-tests.</summary>
internal sealed record TreeConstructionCase(string File, int Line, string Data, string Document, bool IsFragment, bool IsScripted)
{
    public static IEnumerable<TreeConstructionCase> Read(string path)
    {
        string[] lines = System.IO.File.ReadAllText(path).Split('\n');
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? section = null;
        int start = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            bool isNext = line == "#data" && (i == 0 || lines[i - 1].Length == 0);
            if (isNext && sections.Count > 0) yield return Make(path, start, sections);
            if (isNext)
            {
                sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
                start = i + 1;
            }

            if (IsHeading(line)) sections[line] = section = [];
            else section?.Add(line);
        }

        if (sections.Count > 0) yield return Make(path, start, sections);
    }

    private static bool IsHeading(string line) =>
        line is "#data" or "#errors" or "#new-errors" or "#document" or "#document-fragment" or "#script-on" or "#script-off";

    private static TreeConstructionCase Make(string path, int line, Dictionary<string, List<string>> sections) => new(
        Path.GetFileName(path),
        line,
        string.Join('\n', sections["#data"]),
        string.Join('\n', sections["#document"]).TrimEnd('\n'),
        sections.ContainsKey("#document-fragment"),
        sections.ContainsKey("#script-on"));
}
