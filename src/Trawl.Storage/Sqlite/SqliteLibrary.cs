namespace Trawl.Storage.Sqlite;

/// <summary>A loaded SQLite library.</summary>
public sealed class SqliteLibrary
{
    /// <summary>3.35.0, the first that knows RETURNING.</summary>
    internal const int Oldest = 3_035_000;

    internal SqliteLibrary(nint handle, int number, string name, bool isSystem)
    {
        Handle = handle;
        Number = number;
        Name = name;
        IsSystem = isSystem;
    }

    /// <summary>Version in SQLite's notation: 3_040_001 is 3.40.1.</summary>
    public int Number { get; }

    public string Version => $"{Number / 1_000_000}.{Number / 1000 % 1000}.{Number % 1000}";

    /// <summary>The name it was loaded by.</summary>
    public string Name { get; }

    /// <summary>Whether it is the operating system's rather than the packaged one.</summary>
    public bool IsSystem { get; }

    internal nint Handle { get; }

    public override string ToString() => $"SQLite {Version} ({(IsSystem ? "system" : "packaged")}: {Name})";
}
