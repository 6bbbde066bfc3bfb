using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Logging;
using Trawl.Server.Logs;

namespace Trawl.Cli.Commands;

/// <summary>The options of <c>trawl up</c> that say where its log goes and what is in it.</summary>
internal sealed class LogFlags
{
    private readonly Option<string?> _file = new("--log")
    {
        Description = "Write a log to this file, a new one each day and at 32 MiB; the last 14 are kept.", HelpName = "file",
    };

    private readonly Option<bool> _json = new("--log-json") { Description = "With --log: a line of JSON for each event." };

    private readonly Option<Dictionary<string, LogLevel>> _levels = new("--log-level-of")
    {
        Description = "With --log: what one room writes, as in Server=debug; trace, debug, information, warning, error or none. May be repeated.",
        HelpName = "room=level",
        CustomParser = Parse,
        DefaultValueFactory = _ => [],
    };

    public IReadOnlyList<Option> All => [_file, _json, _levels];

    /// <summary>The log that is asked for; null when none is.</summary>
    public ILoggerProvider? Open(ParseResult parsed) => parsed.GetValue(_file) is not { } file ? null : ServerLog.Open(new LogOptions
    {
        File = Path.GetFullPath(file), IsJson = parsed.GetValue(_json), Levels = parsed.GetRequiredValue(_levels),
    });

    private static Dictionary<string, LogLevel> Parse(ArgumentResult result)
    {
        var levels = new Dictionary<string, LogLevel>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=');
            if (parts is not [{ Length: > 0 } room, { Length: > 0 } name] || char.IsAsciiDigit(name[0])
                || !Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level))
            {
                result.AddError($"\"{token.Value}\" cannot be the value of \"--log-level-of\": write it as Server=debug.");
                return levels;
            }

            levels[room] = level;
        }

        return levels;
    }
}
