using System.Runtime.InteropServices;
using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Changes;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Holds a run against the earlier one that it goes on from, and keeps what is not the same.</summary>
public static class RunChanges
{
    /// <summary>Compares and stores, durably and in one transaction; doing it again after a crash gives the same.</summary>
    /// <param name="folder">The run's folder; its outputs stand.</param>
    /// <param name="since">The earlier run's folder.</param>
    /// <param name="options">How the run's store works.</param>
    /// <param name="cancellationToken">Ends the work; nothing is stored then.</param>
    /// <exception cref="RunStoreException">One of the runs could not be read, or this one not written.</exception>
    public static ChangeReport Count(string folder, string since, RunStoreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options);
            database.Execute("BEGIN IMMEDIATE; DELETE FROM changes; DELETE FROM comparison");
            var report = PageChanges.Count(folder, since) with { Records = Records(database, folder, since, cancellationToken) };
            Save(database, report);
            database.Execute("COMMIT");
            return report;
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    /// <summary>Stores that nothing could be compared.</summary>
    public static ChangeReport Skip(string folder, string since, string note, RunStoreOptions options)
    {
        try
        {
            var report = new ChangeReport { Since = since, Note = note };
            using var database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options);
            Save(database, report);
            return report;
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    /// <summary>A report as it is stored, and as its journal entry has it.</summary>
    public static string Text(ChangeReport report) => JsonSerializer.Serialize(report, StorageJson.Default.ChangeReport);

    private static SortedDictionary<string, ChangeCounts> Records(
        SqliteDatabase database, string folder, string since, CancellationToken cancellationToken)
    {
        using var insert = database.Prepare("INSERT INTO changes (type, name, change, url, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        var counts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var pair in RecordPairs.Of(since, folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref var ofType = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, pair.Type, out _);
            ofType ??= new long[4];
            var change = ChangeOf(pair);
            ofType[(int)change]++;
            if (change != RecordChange.Unchanged)
            {
                insert.Bind(1, pair.Type).Bind(2, pair.Key).Bind(3, (long)change).Bind(4, pair.Url).Bind(5, pair.Before).Bind(6, pair.After).Run();
            }
        }

        var report = new SortedDictionary<string, ChangeCounts>(StringComparer.Ordinal);
        foreach (var (type, of) in counts)
        {
            report[type] = new ChangeCounts(of[0], of[1], of[3], of[2]);
        }

        return report;
    }

    private static RecordChange ChangeOf(RecordPair pair) => pair switch
    {
        { Before: null } => RecordChange.New,
        { After: null } => RecordChange.Gone,
        _ when pair.Before == pair.After => RecordChange.Unchanged,
        _ => RecordChange.Changed,
    };

    private static void Save(SqliteDatabase database, ChangeReport report)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO comparison (one, since, counts) VALUES (1, ?1, ?2)");
        insert.Bind(1, report.Since).Bind(2, JsonSerializer.SerializeToUtf8Bytes(report, StorageJson.Default.ChangeReport).AsSpan()).Run();
    }
}
