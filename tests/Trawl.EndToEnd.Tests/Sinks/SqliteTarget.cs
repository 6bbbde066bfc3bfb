using Microsoft.Data.Sqlite;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>The database of <c>samples/Sink.Sqlite</c>.</summary>
internal sealed class SqliteTarget(string folder) : FolderTarget(folder, "Sink.Sqlite")
{
    private const int NoSuchTable = 1;

    public override IReadOnlyList<string> Rows()
    {
        var file = Path.Combine(Folder, "records.db");
        if (!File.Exists(file)) return [];
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=20");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key FROM (SELECT _number, 'sku ' || sku AS key FROM product UNION ALL SELECT _number, 'id ' || id FROM review) ORDER BY _number";
        try
        {
            var rows = new List<string>();
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(reader.GetString(0));
            return rows;
        }
        catch (SqliteException early) when (early.SqliteErrorCode == NoSuchTable)
        {
            return [];
        }
    }
}
