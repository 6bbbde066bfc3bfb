using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Governing;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Running;

/// <summary>The particulars of journal entries as compact JSON. Names are a contract: <c>docs/formats/journal.md</c>.</summary>
internal static class JournalData
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(string message) => Write(w => w.WriteString("message", message));

    public static string Budget(string spent, string message) => Write(w =>
    {
        w.WriteString("budget", spent);
        w.WriteString("message", message);
    });

    public static string Stop(string how, int inFlight) => Write(w =>
    {
        w.WriteString("how", how);
        w.WriteNumber("inFlight", inFlight);
    });

    public static string Suspended(string message, int inFlight) => Write(w =>
    {
        w.WriteString("how", "suspended");
        w.WriteNumber("inFlight", inFlight);
        w.WriteString("message", message);
    });

    public static string Started(RunOpening opening) => Write(w =>
    {
        w.WriteNumber("epoch", opening.Epoch);
        w.WriteNumber("reclaimed", opening.Reclaimed);
        w.WriteNumber("queued", opening.Counters.Queued);
    });

    public static string Governed(GovernorDecision decision) => Write(w =>
    {
        w.WriteString("step", decision.Step);
        w.WriteString("rule", decision.Rule);
        w.WriteString("reading", decision.Reading);
        w.WriteString("limit", decision.Limit);
        w.WriteNumber("jobs", decision.Jobs);
        if (decision.Code is { } code)
        {
            w.WriteString("code", code);
        }

        w.WriteString("message", decision.Message);
    });

    public static string Throttled(HostQueue host) => Write(w =>
    {
        w.WriteString("host", host.Name);
        w.WriteNumber("delayMs", (long)host.Throttle.Delay.TotalMilliseconds);
    });

    public static string Robots(string host, int status, string decision) => Write(w =>
    {
        w.WriteString("host", host);
        w.WriteNumber("status", status);
        w.WriteString("decision", decision);
    });

    public static string Ended(RunEnd end) => Write(w =>
    {
        w.WriteString("state", end.State.ToString().ToLowerInvariant());
        if (end.Reason is { } reason)
        {
            w.WriteString("reason", reason);
        }
    });

    public static string Output(PublishedOutput output) => Write(w =>
    {
        w.WriteString("path", output.Name);
        w.WriteString("format", output.Format);
        w.WriteNumber("bytes", output.Bytes);
        w.WriteString("sha256", output.Sha256);
    });

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
