using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>
/// The formats that go to a stream; SQLite needs a file and is written by <see cref="SqliteOutput"/>.
/// </summary>
internal static class DatasetFormats
{
    internal static IDatasetFormat Of(OutputFormat format) => format switch
    {
        OutputFormat.Jsonl => new JsonlFormat(),
        OutputFormat.Json => new JsonFormat(),
        OutputFormat.Csv => new CsvFormat(),
        _ => throw new ArgumentOutOfRangeException(
            nameof(format), format, $"'{format}' cannot be written to a stream; give it a path."),
    };

    internal static string NameOf(OutputFormat format) => format.ToString().ToLowerInvariant();
}
