using System.Collections.Concurrent;
using System.Text;
using Trawl.Engine.Seams.Plugins;
using Trawl.Enrich.Answers;
using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Enrich;

/// <summary>
/// Asks within the budgets, and writes each answer down before anybody sees it. A question that has an answer is not asked again,
/// whoever died since; a failure is asked again, if its page comes again.
/// </summary>
public sealed class RecordingAnswers : IAnswers, IDisposable
{
    private readonly AnswerFile _file;
    private readonly Func<string, string> _seal;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, long> _asking = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <param name="runFolder">The run's folder.</param>
    /// <param name="secrets">Values that are written down nowhere, whoever says them.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="durable">Whether an answer survives a power cut.</param>
    /// <exception cref="Engine.Seams.Store.RunStoreException">The record cannot be opened.</exception>
    public RecordingAnswers(string runFolder, IEnumerable<string> secrets, TimeProvider clock, bool durable = true)
    {
        (_file, _clock, _seal) = (AnswerFile.Open(runFolder, durable), clock, new SecretMask(secrets).Hide);
    }

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(Question question, Func<CancellationToken, Task<Answer>> ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(ask);
        if (_file.Find(question) is { Fault: null } known) return known;
        if (Refusal(question) is { } refusal) return Keep(question, refusal, default);
        var began = _clock.GetTimestamp();
        var answer = Answer.Failed(ErrorCode.ToolLost, "It was not asked to the end.", suspendsRun: true);
        try
        {
            answer = Sealed(await ask(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            var took = (long)_clock.GetElapsedTime(began).TotalMilliseconds;
            answer = Settle(question, answer, new Spending(1, took, Encoding.UTF8.GetByteCount(answer.Text ?? ""), answer.Tokens));
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Why the question is not asked; null when it is, and counts as being asked.</summary>
    private Answer? Refusal(Question question)
    {
        lock (_lock)
        {
            var (spent, budget) = (_file.SpentBy(question.Owner), question.Budget);
            var asking = _asking.GetValueOrDefault(question.Owner);
            if (UsedUp(spent, asking, budget) is { } what)
            {
                return Answer.Failed(ErrorCode.AnswerBudget,
                    $"\"{question.Who}\" was not asked: the run has used up the {what} of \"{question.Owner}\". Raise its budget.");
            }

            _asking[question.Owner] = asking + 1;
            return null;
        }
    }

    private static string? UsedUp(Spending spent, long asking, AnswerBudget budget) =>
        spent.Calls + asking >= budget.Calls ? $"{budget.Calls} calls"
        : spent.Milliseconds >= budget.Time.TotalMilliseconds ? $"time ({budget.Time.TotalSeconds:0.#} s)"
        : spent.Bytes >= budget.Bytes ? $"{budget.Bytes} bytes"
        : spent.Tokens >= budget.Tokens ? $"{budget.Tokens} tokens" : null;

    /// <summary>One that is not being asked any more is among those that were: in between nobody may look.</summary>
    private Answer Settle(Question question, Answer answer, Spending cost)
    {
        lock (_lock)
        {
            _asking[question.Owner]--;
            return Keep(question, answer, cost);
        }
    }

    /// <summary>What stops the run is no answer: it is asked again when the run goes on.</summary>
    private Answer Keep(Question question, Answer answer, Spending cost)
    {
        if (answer.Fault?.SuspendsRun == true) return answer;
        _file.Keep(question, _seal(question.Asked), answer, cost, _clock.GetUtcNow());
        // Two that asked at once have the same answer: the one that stands.
        return _file.Find(question) ?? answer;
    }

    private Answer Sealed(Answer answer) => answer with
    {
        Text = answer.Text is null ? null : _seal(answer.Text),
        Fault = answer.Fault is { } fault ? fault with { Message = _seal(fault.Message) } : null,
    };
}
