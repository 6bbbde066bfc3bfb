namespace Trawl.Storage.Migrations;

/// <summary>One step of the schema, never changed once released.</summary>
internal interface IMigration
{
    /// <summary>The schema version it leads to.</summary>
    int Version { get; }

    string Sql { get; }
}
