using System.Globalization;

namespace Trawl.Hosting.Home;

/// <summary>Who owns a home, as it wrote itself into <c>engine.lock</c>.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Since">When it took the home.</param>
/// <param name="Socket">Where it listens; null while it does not yet.</param>
/// <param name="Command">What it was started for.</param>
public sealed record LockHolder(int Pid, DateTimeOffset Since, string? Socket, string Command)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {Pid} (\"{Command}\", since {Since:yyyy-MM-dd HH:mm:ss}Z)");

    internal string Write() => string.Create(
        CultureInfo.InvariantCulture, $"pid {Pid}\nsince {Since:O}\nsocket {Socket}\ncommand {OneLine(Command)}\n");

    internal static LockHolder? Parse(string text)
    {
        var fields = new Dictionary<string, string>();
        foreach (var line in text.Split('\n'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0)
            {
                fields[line[..space]] = line[(space + 1)..];
            }
        }

        return fields.TryGetValue("pid", out var pid)
            && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
            && DateTimeOffset.TryParse(
                fields.GetValueOrDefault("since"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
                ? new LockHolder(
                    number, since, fields.GetValueOrDefault("socket") is { Length: > 0 } socket ? socket : null,
                    fields.GetValueOrDefault("command") ?? "")
                : null;
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) is var line && line.Length > 500 ? line[..500] : line;
}
