using System.Globalization;

namespace Trawl.Launcher;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    /// <summary>The process with which this one is to die.</summary>
    public int? Parent { get; private set; }

    /// <summary>Bytes of private writable memory at most.</summary>
    public long? Data { get; private set; }

    public bool NoFork { get; private set; }

    public bool NoNet { get; private set; }

    /// <summary>TCP ports that may be connected to.</summary>
    public List<ushort> Ports { get; } = [];

    public List<string> Read { get; } = [];

    public List<string> Write { get; } = [];

    public IReadOnlyList<string> Command { get; private set; } = [];

    public bool HasPaths => Read.Count + Write.Count > 0;

    /// <summary>Null when the arguments are wrong.</summary>
    public static Options? Of(string[] args)
    {
        var options = new Options();
        var i = 0;
        for (; i < args.Length && args[i] != "--"; i++)
        {
            if (!options.Take(args[i], i + 1 < args.Length ? args[i + 1] : "", out var takesValue)) return null;
            if (takesValue) i++;
        }

        options.Command = i < args.Length ? args[(i + 1)..] : [];
        return options.Command.Count > 0 ? options : null;
    }

    private bool Take(string name, string value, out bool takesValue)
    {
        takesValue = true;
        switch (name)
        {
            case "--no-fork": (NoFork, takesValue) = (true, false); return true;
            case "--no-net": (NoNet, takesValue) = (true, false); return true;
            case "--read": Read.Add(value); return value.Length > 0;
            case "--write": Write.Add(value); return value.Length > 0;
            case "--parent" when int.TryParse(value, CultureInfo.InvariantCulture, out var parent): Parent = parent; return true;
            case "--data" when long.TryParse(value, CultureInfo.InvariantCulture, out var data): Data = data; return true;
            case "--port" when ushort.TryParse(value, CultureInfo.InvariantCulture, out var port): Ports.Add(port); return true;
            default: return false;
        }
    }
}
