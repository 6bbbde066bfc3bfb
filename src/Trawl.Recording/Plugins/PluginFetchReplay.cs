using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Reading;
using Trawl.Recording.Replaying;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Plugins;

/// <summary>
/// Answers what plugins want fetched with what was recorded for them. Knows no network: what was not recorded is an answer
/// of its own (<see cref="FetchErrorKind.NotRecorded"/>), and listed.
/// </summary>
public sealed class PluginFetchReplay : IFetcher
{
    private readonly Dictionary<FetchKey, (string File, long Answer, IReadOnlyList<Field> Notes)> _answers = [];
    private readonly ConcurrentQueue<string> _missing = [];

    /// <summary>Reads which answers there are; where a call came again, the last one counts.</summary>
    /// <param name="runFolder">The recorded run's folder.</param>
    public PluginFetchReplay(string runFolder)
    {
        foreach (var file in PluginFetchFiles.All(runFolder)) Index(file);
    }

    /// <summary>What was asked for and is not there, in the order of asking.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <inheritdoc/>
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = FetchKey.Of(request);
        if (_answers.TryGetValue(key, out var answer) || _answers.TryGetValue(key.Question, out answer))
            return new(Read(answer.File, answer.Answer, answer.Notes));
        _missing.Enqueue(request.Url);
        return new(RecordedAnswers.Missing(request.Url));
    }

    private void Index(string file)
    {
        using var reader = WarcReader.Open(file);
        long answer = -1;
        while (reader.Read() is { } record)
        {
            if (record.Type == WarcRecordType.Response) answer = record.Offset;
            if (record.Type != WarcRecordType.Metadata) continue;
            var notes = StoredNotes.Read(record);
            var key = new FetchKey(Value(FetchKey.PluginField), Value(FetchKey.CallField), Value(FetchKey.NumberField), Value(FetchKey.AskedField));
            _answers[key] = _answers[key.Question] = (file, answer, notes);
            answer = -1;

            string Value(string name) => notes.FirstOrDefault(field => field.Name == name).Value ?? "";
        }
    }

    private static FetchResult Read(string file, long offset, IReadOnlyList<Field> notes)
    {
        var error = StoredNotes.Error(notes);
        if (offset < 0) return new FetchResult { Error = error };
        using var reader = WarcReader.Open(file);
        var record = reader.ReadAt(offset) ?? throw new CaptureDamagedException(file, offset, "no record begins here.");
        var message = StoredMessage.Read(record);
        return new FetchResult { Status = message.Status, Headers = message.Headers, Body = message.Body, BodyLength = message.Body.Length, Error = error };
    }
}
