namespace Trawl.Enrich;

/// <summary>Answers questions to tools and models.</summary>
public interface IAnswers
{
    /// <summary>The answer to a question: the recorded one, or what is answered now.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ask">Asks who knows. Never called in a replay.</param>
    /// <param name="cancellationToken">Ends the waiting; nothing is recorded then.</param>
    /// <exception cref="Engine.Seams.Store.RunStoreException">It cannot be recorded.</exception>
    ValueTask<Answer> AnswerAsync(Question question, Func<CancellationToken, Task<Answer>> ask, CancellationToken cancellationToken);
}
