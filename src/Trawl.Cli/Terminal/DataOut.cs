using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trawl.Hosting.Settings;

namespace Trawl.Cli.Terminal;

/// <summary>stdout: data, and nothing else.</summary>
internal sealed class DataOut
{
    private readonly StreamWriter _writer =
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 << 10) { NewLine = "\n" };

    public DataOut(TrawlSettings settings, bool isJson)
    {
        IsTerminal = !Console.IsOutputRedirected;
        Style = new Style(!isJson && ColorChoice.Decide(settings.Color, IsTerminal));
        Width = IsTerminal ? TerminalSize.Width : int.MaxValue;
    }

    public bool IsTerminal { get; }

    public Style Style { get; }

    /// <summary>Columns; without end when nobody looks.</summary>
    public int Width { get; }

    public void WriteLine(string text = "") => _writer.WriteLine(text);

    /// <summary>A text as it is, with no line added.</summary>
    public void WriteText(string text) => _writer.Write(text);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _writer.Flush();
        _writer.BaseStream.Write(bytes);
    }

    public void WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        _writer.Write(JsonSerializer.Serialize(value, type));
        _writer.Write('\n');
        _writer.Flush();
    }

    public void Write(TextTable table, string indent = "")
    {
        foreach (var line in table.Lines(Width - indent.Length, Style))
        {
            _writer.Write(indent);
            _writer.WriteLine(line);
        }
    }

    public void Flush() => _writer.Flush();
}
