using Npgsql;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>The tables of <c>samples/Sink.Postgres</c>, on a server of the test's own.</summary>
internal sealed class PostgresTarget(PostgresServer server) : SinkTarget
{
    public override string Use => $"{{ use: \"{BuiltPlugin("Sink.Postgres")}\", "
        + $"settings: {{ server: \"{server.Address}\", database: postgres, user: trawl, password: SHOP_DB_PASSWORD, schema: shop }}, "
        + $"grant: {{ hosts: [\"{server.Address}\"], secrets: [SHOP_DB_PASSWORD] }} }}";

    public override (string Name, string Value)[] Environment => [("SHOP_DB_PASSWORD", server.Password)];

    public override IReadOnlyList<string> Rows()
    {
        try
        {
            using var command = new NpgsqlCommand(
                "SELECT key FROM (SELECT _number, 'sku ' || sku AS key FROM shop.product UNION ALL SELECT _number, 'id ' || id FROM shop.review) x ORDER BY _number",
                server.Connection);
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read()) rows.Add(reader.GetString(0));
            return rows;
        }
        catch (PostgresException early) when (early.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    public override void Clear()
    {
        using var command = new NpgsqlCommand("DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop", server.Connection);
        command.ExecuteNonQuery();
    }
}
