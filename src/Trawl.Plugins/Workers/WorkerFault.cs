namespace Trawl.Plugins.Workers;

/// <summary>How a worker was lost.</summary>
/// <param name="Code">A code of <see cref="Model.Errors.ErrorCode"/>.</param>
/// <param name="Message">What happened, as the end of a sentence that begins with the plugin.</param>
/// <param name="Blame">Whose doing it may be.</param>
internal sealed record WorkerFault(string Code, string Message, WorkerBlame Blame = WorkerBlame.Call);
