using System.Text.Json;
using Trawl.Model.Records;
using Trawl.Steps.Values;

namespace Trawl.Steps.Rules;

/// <summary>The rules one record breaks. A list of a hundred thousand bad values needs no hundred thousand problems.</summary>
internal sealed class ProblemList
{
    private const int Max = 100;
    private const int MaxQuoted = 80;

    private readonly List<RecordProblem> _problems = [];

    public int Count => _problems.Count;

    public RecordProblem First => _problems[0];

    /// <summary>The problems behind the first so many.</summary>
    public IReadOnlyList<RecordProblem> After(int first) => first >= _problems.Count ? [] : _problems[first..];

    public void Clear() => _problems.Clear();

    public void Add(string field, string rule, string message)
    {
        if (_problems.Count < Max) _problems.Add(new RecordProblem(field, rule, message));
    }

    /// <summary>A JSON array; null when there are none.</summary>
    public string? ToJson()
    {
        if (_problems.Count == 0) return null;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            writer.WriteStartArray();
            foreach (var problem in _problems) Write(writer, problem);
            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A text in quotes, cut when long.</summary>
    public static string Quote(string text)
    {
        if (text.Length <= MaxQuoted) return $"\"{text}\"";
        var cut = char.IsHighSurrogate(text[MaxQuoted - 1]) ? MaxQuoted - 1 : MaxQuoted;
        return $"\"{text.AsSpan(0, cut)}…\"";
    }

    private static void Write(Utf8JsonWriter writer, RecordProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("field"u8, problem.Field);
        writer.WriteString("rule"u8, problem.Rule);
        writer.WriteString("message"u8, problem.Message);
        writer.WriteEndObject();
    }
}
