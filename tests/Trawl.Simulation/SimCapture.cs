using Microsoft.Data.Sqlite;
using Trawl.Recording.Capturing;
using Trawl.Recording.Reading;
using Trawl.Warc.Reading;

namespace Trawl.Simulation;

/// <summary>
/// Judges the capture of a simulated run: its files are whole records and nothing else, up to the committed length at least, and every attempt that counted
/// can be read back, with the status that the books have. A zombie's attempts are not captured.
/// </summary>
internal static class SimCapture
{
    public static IEnumerable<string> Faults(SimOutcome run)
    {
        using var capture = RunCapture.Open(run.Folder);
        return Files(capture).Concat(!run.IsWhollyCaptured ? [] : Attempts(run, capture)).ToList();
    }

    private static IEnumerable<string> Files(RunCapture capture)
    {
        foreach (var file in capture.Files())
        {
            var path = CapturePath.Of(capture.Folder, file.Number);
            // Longer is allowed: an exchange whose attempt was given back when the run was cancelled. No row speaks of it, and
            // readers end at the committed length.
            if (new FileInfo(path).Length < file.Length)
            {
                yield return $"{path} has {new FileInfo(path).Length} bytes, {file.Length} are committed";
            }

            using var reader = WarcReader.Open(path);
            while (reader.Read() is not null)
            {
                // Problems are what matters.
            }

            foreach (var problem in reader.Problems)
            {
                yield return $"{path}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Attempts(SimOutcome run, RunCapture capture)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(run.Folder, "run.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, attempts, coalesce(status, 0), url FROM requests WHERE attempts > 0";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (id, attempts) = (rows.GetInt64(0), rows.GetInt32(1));
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                if (capture.Find(id, attempt) is not { } exchange)
                {
                    yield return $"attempt {attempt} of {rows.GetString(3)} is not in the capture";
                }
                else if (attempt == attempts - 1 && exchange.Status != rows.GetInt32(2))
                {
                    yield return $"{rows.GetString(3)}: the capture has status {exchange.Status}, the books {rows.GetInt32(2)}";
                }
            }
        }
    }
}
