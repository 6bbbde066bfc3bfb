using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Tests;

public sealed class BrokenPipelineTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (code, text) in BrokenPipelines.All) data.Add(code, text);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compile_Broken_FindsTheErrorAtItsPlaceAndNoOther(string code, string marked)
    {
        string text = marked.Replace("§", "", StringComparison.Ordinal);
        string[] before = marked[..marked.IndexOf('§')].Split('\n');
        var result = Compiling.Compile(text);
        string expected = $"TRAWL-PIPE-{code} {before.Length}:{before[^1].Length + 1}";
        Assert.Equal([expected], result.Errors.Select(d => $"{d.Code} {d.Line}:{d.Column}"));
        Assert.Null(result.Plan);
        Assert.All(result.Diagnostics, d => Assert.True(d.Message.Length > 5 && d.Fix.Length > 5, d.ToString()));
    }

    [Fact]
    public void Cases_CoverEveryErrorCode()
    {
        // Two rules are of manifests alone (ManifestTests). Too large is tried on its own below: its text would bury the list.
        var tried = BrokenPipelines.All.Select(c => "TRAWL-PIPE-" + c.Code).Append(Rules.TooLarge.Code)
            .Append(Rules.BadReference.Code).Append(Rules.WrongContract.Code).ToHashSet();
        var errors = Rules.All.Where(r => r.Severity == DiagnosticSeverity.Error).Select(r => r.Code);
        Assert.All(errors, code => Assert.Contains(code, tried));
    }

    [Fact]
    public void Compile_TextTooLong_IsRefused()
    {
        var error = Assert.Single(Compiling.Compile(new string('#', (1 << 20) + 1)).Diagnostics);
        Assert.Equal(Rules.TooLarge.Code, error.Code);
    }

    [Fact]
    public void Compile_AliasBomb_IsRefused()
    {
        var lines = Enumerable.Range(1, 12)
            .Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        var result = Compiling.Compile("a0: &a0 x\n" + string.Join('\n', lines));
        Assert.Contains(result.Errors, d => d.Code == Rules.TooLarge.Code);
    }

    [Fact]
    public void Compile_SeveralErrors_ReportsThemAllInOrder()
    {
        var result =
            Compiling.Compile(
            "strt: http://localhost/\nfetch: { delay: 5, concurrency: none }\npages: { p: { folow: a } }\n");
        Assert.Equal(
            ["020 1:1", "021 1:1", "033 2:17", "030 2:33", "020 3:15"],
            result.Errors.Select(d => $"{d.Code[^3..]} {d.Line}:{d.Column}"));
        Assert.Contains("Did you mean \"start\"?", result.Diagnostics[0].Fix);
    }

    [Theory]
    [InlineData("113",
        "start: http://localhost/\ntools: { t: { command: t, allow: x } }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("113",
        "start: http://localhost/\nmodels: { m: { script: a } }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("014", "start: http://localhost/\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("061", "start: http://localhost/\npages: { p: { url: /x, extract: { r: { fields: { a: b } } } } }")]
    [InlineData("075",
        "start: http://localhost/\npages: { p: { extract: { r: { fields: { a: b } } } } }\nrecords: { s: { onInvalid: drop } }")]
    [InlineData("080", "start: http://localhost/\npages: { p: { follow: a } }")]
    [InlineData("080", "start: http://localhost/")]
    [InlineData("084", "start: http://localhost/\negress: { allow: [\"*\"] }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("084", "start: http://localhost/\negress: { allow: 0.0.0.0/0 }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("081",
        "start: http://a.example/\nfetch: { robots: ignore, contact: a@b.c }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("082",
        "start: http://a.example/\nfetch: { delay: 99 ms, contact: a@b.c }\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    [InlineData("083", "start: http://a.example/\npages: { p: { extract: { r: { fields: { a: b } } } } }")]
    public void Compile_Questionable_WarnsAndGivesAPlan(string code, string text)
    {
        var values = code == "014" ? new Dictionary<string, string> { ["limit"] = "5" } : [];
        var result = Compiling.Compile(text, Compiling.Source() with { Values = values });
        Assert.Equal(["TRAWL-PIPE-" + code], result.Diagnostics.Select(d => d.Code));
        Assert.NotNull(result.Plan);
    }

    [Fact]
    public void Compile_ImpoliteToThisMachine_SaysNothing()
    {
        var result =
            Compiling.Compile(
            "start: http://127.0.0.1:80/\nfetch: { delay: 0, robots: ignore }\npages: { p: { extract: { r: { fields: { a: b } } } } }");
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void ToString_Diagnostic_IsReadByEditors()
    {
        var error = Compiling.Compile("start: http://localhost/\nscoop: { depth: 1 }\n").Errors.Single();
        Assert.Equal(
            "books.yaml:2:1: error TRAWL-PIPE-020: \"scoop\" is not a known key of pipeline. Did you mean \"scope\"?",
            error.ToString());
    }
}
