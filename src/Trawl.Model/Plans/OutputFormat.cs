namespace Trawl.Model.Plans;

/// <summary>The format of an output.</summary>
public enum OutputFormat
{
    /// <summary>One JSON object a line, UTF-8, LF.</summary>
    Jsonl,

    /// <summary>One JSON array.</summary>
    Json,

    /// <summary>RFC 4180, with a header line.</summary>
    Csv,

    /// <summary>A SQLite database with one table a record type.</summary>
    Sqlite,
}
