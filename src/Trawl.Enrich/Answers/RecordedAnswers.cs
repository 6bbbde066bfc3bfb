using System.Collections.Concurrent;
using Trawl.Enrich.Answers;
using Trawl.Model.Errors;

namespace Trawl.Enrich;

/// <summary>Answers from the record of a run. Nobody is asked: what was not recorded fails its page, and is listed.</summary>
public sealed class RecordedAnswers : IAnswers, IDisposable
{
    private readonly AnswerFile? _file;
    private readonly ConcurrentQueue<string> _missing = [];

    /// <param name="runFolder">The recorded run's folder.</param>
    /// <exception cref="Engine.Seams.Store.RunStoreException">The record cannot be opened.</exception>
    public RecordedAnswers(string runFolder) => _file = File.Exists(AnswerFile.PathOf(runFolder)) ? AnswerFile.Open(runFolder, durable: false) : null;

    /// <summary>What was asked and is not there, in the order of asking.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(Question question, Func<CancellationToken, Task<Answer>> ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        if ((_file?.Find(question) ?? _file?.FindLike(question)) is { } known) return new(known);
        _missing.Enqueue($"{question.Who} {question.Asked}");
        return new(Answer.Failed(ErrorCode.AnswerNotRecorded, $"The run holds no answer of \"{question.Who}\" to this; nobody was asked."));
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
