using System.Text.Json;
using Trawl.Html.Json;
using Xunit.Abstractions;

namespace Trawl.Html.Tests.Json;

/// <summary>The JSONPath compliance test suite, every case: values, normalised paths, and what must be refused.</summary>
public sealed class JsonPathComplianceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_the_compliance_suite_holds()
    {
        using var suite = JsonDocument.Parse(File.ReadAllBytes(SuitePath()));
        var wrong = new List<string>();
        var cases = 0;
        foreach (var test in suite.RootElement.GetProperty("tests").EnumerateArray())
        {
            cases++;
            if (Difference(test) is { } difference) wrong.Add($"{test.GetProperty("name")}: {difference}");
        }

        output.WriteLine($"{cases} cases, {wrong.Count} wrong");
        Assert.True(cases > 650, $"only {cases} cases: is the file whole?");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Difference(JsonElement test)
    {
        var text = test.GetProperty("selector").GetString()!;
        var parsed = JsonPathSelector.TryParse(text, out var selector, out var error);
        if (test.TryGetProperty("invalid_selector", out _)) return parsed ? $"<{text}> was accepted" : null;
        if (!parsed) return $"<{text}> was refused: {error}";

        var matches = new List<JsonPathMatch>();
        Assert.True(selector!.Select(test.GetProperty("document"), matches));
        var values = JsonSerializer.SerializeToElement(matches.Select(m => m.Value));
        var paths = JsonSerializer.SerializeToElement(matches.Select(m => m.NormalizedPath));
        return OneOf(test, "result", values) ?? OneOf(test, "result_paths", paths);
    }

    private static string? OneOf(JsonElement test, string key, JsonElement actual)
    {
        if (test.TryGetProperty(key, out var only)) return JsonElement.DeepEquals(only, actual) ? null : $"{actual}";
        var several = test.GetProperty(key.Replace("result", "results", StringComparison.Ordinal));
        return several.EnumerateArray().Any(r => JsonElement.DeepEquals(r, actual)) ? null : $"{actual}";
    }

    private static string SuitePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent!;
        var path = Path.Combine(folder.FullName, "artifacts", "testdata", "jsonpath", "cts.json");
        Assert.True(File.Exists(path), $"\"{path}\" is absent. Install it with: eng/testdata.sh jsonpath");
        return path;
    }
}
