using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Outputs;

/// <summary>Writes <c>datasets/manifest.json</c>: what stands where, with sizes and digests.</summary>
internal static class OutputManifest
{
    internal static void Write(string folder, string runId, IReadOnlyList<PublishedOutput> outputs, bool durable)
    {
        OutputFileWriter.Publish(RunFiles.Manifest(folder), runId, durable, path =>
        {
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
            Write(stream, folder, runId, outputs);
        });
        CrashPoints.Reach(CrashPoint.ManifestWritten);
    }

    private static void Write(Stream stream, string folder, string runId, IReadOnlyList<PublishedOutput> outputs)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(stream, options);
        json.WriteStartObject();
        json.WriteNumber("manifest", 1);
        json.WriteString("run", runId);
        json.WriteStartArray("outputs");
        foreach (var output in outputs)
        {
            Write(json, RunFiles.Datasets(folder), output);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// Paths below the manifest's folder are relative to it, so that a copied run still describes itself.
    /// </summary>
    private static void Write(Utf8JsonWriter json, string datasets, PublishedOutput output)
    {
        var relative = Path.GetRelativePath(datasets, output.Path).Replace('\\', '/');
        json.WriteStartObject();
        json.WriteString("path", relative.StartsWith("../", StringComparison.Ordinal) ? output.Path : relative);
        json.WriteString("format", output.Format);
        json.WriteStartObject("records");
        foreach (var (type, count) in output.Records)
        {
            json.WriteNumber(type, count);
        }

        json.WriteEndObject();
        json.WriteNumber("bytes", output.Bytes);
        json.WriteString("sha256", output.Sha256);
        json.WriteEndObject();
    }
}
