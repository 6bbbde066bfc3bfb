using System.Text;
using Trawl.Hosting.Settings;

namespace Trawl.Cli.Terminal;

/// <summary>stderr: everything that is meant for people.</summary>
internal sealed class Talk
{
    private readonly StreamWriter _writer =
        new(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };

    public Talk(TrawlSettings settings)
    {
        IsTerminal = !Console.IsErrorRedirected;
        Style = new Style(ColorChoice.Decide(settings.Color, IsTerminal));
        Width = IsTerminal ? TerminalSize.Width : 120;
        IsQuiet = settings.LogLevel == "error";
        IsDetailed = settings.LogLevel == "debug";
    }

    public bool IsTerminal { get; }

    public Style Style { get; }

    public int Width { get; }

    /// <summary>Only errors are said.</summary>
    public bool IsQuiet { get; }

    public bool IsDetailed { get; }

    /// <summary>Whether a picture may be drawn over and over.</summary>
    public bool IsLive => IsTerminal && !IsQuiet && ColorChoice.CanMoveCursor;

    public void Say(string text = "")
    {
        if (!IsQuiet)
        {
            _writer.WriteLine(text);
        }
    }

    /// <summary>Without a line break behind it: an answer follows.</summary>
    public void Ask(string text) => _writer.Write(text);

    public void Debug(string text)
    {
        if (IsDetailed)
        {
            _writer.WriteLine(Style.Dim(text));
        }
    }

    public void Write(TextTable table, string indent)
    {
        if (!IsQuiet)
        {
            foreach (var line in table.Lines(Width - indent.Length, Style))
            {
                _writer.WriteLine(indent + line);
            }
        }
    }

    /// <summary>Said whatever the log level.</summary>
    public void Error(string message, string? wayOut = null)
    {
        _writer.WriteLine($"{Style.Red("error:")} {message}");
        if (wayOut is not null)
        {
            _writer.WriteLine($"  {wayOut}");
        }
    }

    /// <summary>A line that belongs to an error, said whatever the log level.</summary>
    public void Detail(string text) => _writer.WriteLine(text);
}
