using System.Text.Json;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Outputs;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Hosting.Running;
using Trawl.Model.Errors;
using Trawl.Model.Journal;
using Trawl.Model.Runs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Hosting.Reading;

/// <summary>From what is stored to the records of the API.</summary>
internal static class RunViews
{
    public static RunSummary Summary(RunInfo run) => new()
    {
        RunId = run.Id.Value,
        Pipeline = run.Pipeline,
        // An engine that began and died has not written its state down; that it began is in the epoch.
        State = run is { State: RunState.Accepted, Epoch: > 0 } ? RunState.Running : run.State,
        Reason = run.Reason,
        AcceptedAt = run.CreatedAt,
        FinishedAt = RunStates.IsFinal(run.State) ? run.EndedAt : null,
        ElapsedSeconds = Snapshots.Seconds(run.Elapsed),
        Requests = Snapshots.Counts(run.Counters, run.Counters.Leased),
        Attempts = run.Counters.Attempts,
        Bytes = run.Counters.Bytes,
        Records = run.Counters.Records,
        Quarantined = run.Counters.Quarantined,
        Dropped = run.Counters.Dropped,
    };

    public static RunSnapshot Last(RunSummary run) => new()
    {
        RunId = run.RunId,
        State = run.State,
        Reason = run.Reason,
        Requests = run.Requests,
        Records = run.Records,
        Quarantined = run.Quarantined,
        Bytes = run.Bytes,
        ElapsedSeconds = run.ElapsedSeconds,
        IsLast = true,
    };

    public static JournalItem Event(JournalEntry entry) =>
        new(entry.Sequence, entry.At, entry.Kind, entry.RequestId, JsonElement.Parse(entry.Data));

    public static OutputFile Output(PublishedOutput output) =>
        new(output.Path, output.Format, output.Records, output.Bytes, output.Sha256);

    public static SinkOutput Sink(SinkRow sink) =>
        new(sink.Name, sink.Position.Records, sink.Position.Repeated, sink.Position.IsComplete);

    public static CaptureInfo? Capture(string runFolder, IReadOnlyList<CaptureFile> files, long exchanges) => files.Count == 0
        ? null
        : new CaptureInfo(RunFiles.Capture(runFolder), files.Count, files.Sum(file => file.Length), exchanges);

    public static OutcomeGroup Group(OutcomeCount group) =>
        new(group.State, group.Code, Meaning(group.Code) ?? "", group.Count, group.ExampleUrl, group.ExampleReason);

    public static string? Meaning(string? code) => code is null ? null : ErrorCatalogue.Find(code)?.Meaning;

    public static RequestInfo Request(RequestRow row) => new()
    {
        Id = row.Id,
        Url = row.Url,
        Method = row.Method,
        State = row.State,
        Code = row.Code,
        Reason = row.Reason,
        Status = row.Status is > 0 ? row.Status : null,
        Depth = row.Depth,
        Attempts = row.Attempts,
        Via = row.Via,
    };

    public static RecordInfo Record(RecordRow row)
    {
        using var data = JsonDocument.Parse(row.Payload);
        return new RecordInfo(row.Id, row.Type, row.Url, data.RootElement.Clone(), row.Problems);
    }

    public static HostInfo Host(HostRow host, RobotsRecord? robots) => new(
        host.Name,
        host.Queued,
        host.NextAllowedAt > DateTimeOffset.UnixEpoch ? host.NextAllowedAt : null,
        host.Delay is { } delay ? Snapshots.Seconds(delay) : null,
        host.Failures,
        robots is null ? null : RobotsView.InWords(robots));

    public static string Message(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.TryGetProperty("message", out var message) ? message.GetString() ?? entry.Data : entry.Data;
    }
}
