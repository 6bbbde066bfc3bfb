using System.Security.Cryptography;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;
using Trawl.Storage.Durability;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Publishes one file: temporary file beside it, flush, rename, flush of the folder. At every moment the path holds
/// the old file or the whole new one. The temporary name depends on run and path alone, so what a crash left behind is
/// overwritten by the next try.
/// </summary>
internal static class OutputFileWriter
{
    internal static PublishedOutput Write(
        OutputTarget target, Dataset dataset, DatasetPart part, bool durable, CancellationToken cancellationToken)
    {
        Dictionary<string, long> counts = [];
        var (bytes, sha256) = Publish(target.Path, dataset.RunId, durable, temporary =>
        {
            if (target.Format == OutputFormat.Sqlite)
            {
                counts = SqliteOutput.Write(temporary, target.Types, dataset, part, cancellationToken);
                return;
            }

            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
            var format = DatasetFormats.Of(target.Format);
            counts = format.Write(stream, target.Types, dataset, part, cancellationToken);
        });
        return new PublishedOutput(target.Path, DatasetFormats.NameOf(target.Format), counts, bytes, sha256);
    }

    /// <summary>Publishes what <paramref name="write"/> puts into a temporary file; its size and SHA-256.</summary>
    internal static (long Bytes, string Sha256) Publish(
        string path, string runId, bool durable, Action<string> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{runId}.tmp");
        try
        {
            CreateFolder(folder, durable);
            write(temporary);
            CrashPoints.Reach(CrashPoint.OutputPartWritten);
            var result = Flush(temporary, durable);
            CrashPoints.Reach(CrashPoint.OutputFlushed);
            File.Move(temporary, path, overwrite: true);
            if (durable)
            {
                DurableFolder.Flush(folder);
            }

            CrashPoints.Reach(CrashPoint.OutputRenamed);
            return result;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            TryDelete(temporary);
            throw new IOException(
                $"'{path}' could not be written: {error.Message} What stood there before is untouched. "
                + "Free space or make the folder writable, then resume the run.",
                error);
        }
    }

    private static void CreateFolder(string folder, bool durable)
    {
        if (durable)
        {
            DurableFolder.Create(folder);
            return;
        }

        Directory.CreateDirectory(folder);
    }

    private static (long Bytes, string Sha256) Flush(string path, bool durable)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (durable)
        {
            DurableFile.Flush(stream);
        }

        return (stream.Length, hash);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next try overwrites it.
        }
    }
}
