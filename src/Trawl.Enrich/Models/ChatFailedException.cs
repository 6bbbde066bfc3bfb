namespace Trawl.Enrich.Models;

/// <summary>A model gave no answer; the message says why.</summary>
/// <param name="code">A code of <see cref="Model.Errors.ErrorCode"/>.</param>
/// <param name="message">For people.</param>
/// <param name="suspendsRun">Whether the model is of no use now, so that the run must stop and can be resumed.</param>
internal sealed class ChatFailedException(string code, string message, bool suspendsRun = false) : Exception(message)
{
    public Answer Answer => Enrich.Answer.Failed(code, Message, suspendsRun);
}
