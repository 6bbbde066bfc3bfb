namespace Trawl.Engine.Seams.Pages;

/// <summary>A page that could not be processed: a code of <see cref="Model.Errors.ErrorCode"/> and a message for people.</summary>
public sealed record PageError(string Code, string Message);
