using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Xunit.Abstractions;

namespace Trawl.Html.Tests.Parsing;

/// <summary>
/// The tokenizer suite of html5lib-tests as of 2014. Left out are the cases whose rule the standard has changed since,
/// each named with the change.
/// </summary>
public sealed class TokenizerTests(ITestOutputHelper output)
{
    // The suite writes a doctype without a name as one with an empty name; the standard says "missing" since.

    /// <summary>Files of rules that are no longer the standard's.</summary>
    private static readonly Dictionary<string, string> s_outdated = new(StringComparer.Ordinal)
    {
        ["unicodeCharsProblematic.test"] = "lone surrogates are kept now: the decoder never makes them",
        ["pendingSpecChanges.test"] = "its one case was never adopted",
    };

    [Fact]
    public void Every_current_case_holds()
    {
        int run = 0;
        int outdated = 0;
        var wrong = new List<string>();
        foreach (string file in HtmlTestData.Files("tokenizer", "*.test"))
        {
            using var suite = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!suite.RootElement.TryGetProperty("tests", out var tests)) continue;
            foreach (var test in tests.EnumerateArray())
            {
                if (s_outdated.ContainsKey(Path.GetFileName(file))) outdated++;
                else run += Check(Path.GetFileName(file), test, wrong);
            }
        }

        output.WriteLine($"{run} cases, {wrong.Count} wrong; left out: {outdated} outdated");
        Assert.True(run > 6_000, $"only {run} cases: is the suite whole?");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {run} wrong\n" + string.Join('\n', wrong.Take(60)));
    }

    private static int Check(string file, JsonElement test, List<string> wrong)
    {
        bool isEscaped = test.TryGetProperty("doubleEscaped", out var escaped) && escaped.GetBoolean();
        string input = Text(test.GetProperty("input").GetString()!, isEscaped);
        string expected = string.Join('\n', Expected(test.GetProperty("output"), isEscaped));
        string lastTag = test.TryGetProperty("lastStartTag", out var tag) ? tag.GetString()! : "";
        string[] states = test.TryGetProperty("initialStates", out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : ["Data state"];
        foreach (string state in states)
        {
            string actual = Tokens(input, StateOf(state), lastTag);
            if (actual != expected) wrong.Add($"{file}: {state}: <{input}>\n  expected {expected}\n  got      {actual}");
        }

        return states.Length;
    }

    private static TokenizerState StateOf(string name) => name switch
    {
        "Data state" => TokenizerState.Data,
        "RCDATA state" => TokenizerState.Rcdata,
        "RAWTEXT state" => TokenizerState.RawText,
        "PLAINTEXT state" => TokenizerState.Plaintext,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such state in the suite"),
    };

    private static string Text(string text, bool isEscaped) => !isEscaped
        ? text
        : Regex.Replace(text, @"\\u([0-9A-Fa-f]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static List<string> Expected(JsonElement tokens, bool isEscaped)
    {
        var lines = new List<string>();
        foreach (var token in tokens.EnumerateArray())
        {
            if (token.ValueKind == JsonValueKind.String) continue;
            string Part(int index) => token[index].GetString() is { } text ? Text(text, isEscaped) : "(none)";
            AddLine(lines, token[0].GetString()!, token[0].GetString() switch
            {
                "DOCTYPE" => $"{(Part(1).Length == 0 ? "(none)" : Part(1))}|{Part(2)}|{Part(3)}|{token[4].GetBoolean()}",
                "StartTag" => $"{Part(1)} {Attributes(token[2], isEscaped)}{(token.GetArrayLength() > 3 ? "/" : "")}",
                _ => Part(1),
            });
        }

        return lines;
    }

    private static string Attributes(JsonElement attributes, bool isEscaped) => string.Join(' ', attributes.EnumerateObject()
        .Select(attribute => $"{Text(attribute.Name, isEscaped)}={Text(attribute.Value.GetString()!, isEscaped)}")
        .Order(StringComparer.Ordinal));

    /// <summary>Characters that follow each other are one line.</summary>
    private static void AddLine(List<string> lines, string kind, string text)
    {
        bool continues = kind == "Character" && lines.Count > 0 && lines[^1].StartsWith("Character ", StringComparison.Ordinal);
        if (continues) lines[^1] += text;
        else lines.Add(kind + " " + text);
    }

    private static string Tokens(string input, TokenizerState state, string lastTag)
    {
        string normalized = input.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        using var document = new HtmlDocument(normalized);
        int name = lastTag.Length == 0 ? 0 : NameTable.Find(lastTag);
        var tokenizer = new Tokenizer(normalized, document, 1000) { State = state, LastStartTag = name };
        var lines = new List<string>();
        for (var kind = tokenizer.Read(); kind != TokenKind.EndOfFile; kind = tokenizer.Read())
        {
            AddLine(lines, kind == TokenKind.Characters ? "Character" : kind == TokenKind.Doctype ? "DOCTYPE" : kind.ToString(),
                Describe(kind, ref tokenizer, document));
        }

        return string.Join('\n', lines);
    }

    private static string Describe(TokenKind kind, ref Tokenizer tokenizer, HtmlDocument document)
    {
        if (kind is TokenKind.Characters or TokenKind.Comment)
        {
            return document.Stored(tokenizer.TextStart, tokenizer.TextLength).ToString();
        }

        if (kind == TokenKind.EndTag) return document.NameText(tokenizer.Name);
        if (kind == TokenKind.Doctype) return Doctype(tokenizer.FirstAttribute, !tokenizer.ForceQuirks, document);
        var attributes = new List<string>();
        foreach (var attribute in document.Attributes.AsSpan(tokenizer.FirstAttribute, tokenizer.AttributeCount))
        {
            attributes.Add($"{document.NameText(attribute.Name)}={document.Stored(attribute.ValueStart, attribute.ValueLength)}");
        }

        attributes.Sort(StringComparer.Ordinal);
        return $"{document.NameText(tokenizer.Name)} {string.Join(' ', attributes)}{(tokenizer.IsSelfClosing ? "/" : "")}";
    }

    private static string Doctype(int first, bool isCorrect, HtmlDocument document)
    {
        var text = new StringBuilder();
        foreach (var part in document.Attributes.AsSpan(first, 3))
        {
            text.Append(part.ValueLength < 0 ? "(none)" : document.Stored(part.ValueStart, part.ValueLength).ToString()).Append('|');
        }

        return text.Append(isCorrect).ToString();
    }
}
