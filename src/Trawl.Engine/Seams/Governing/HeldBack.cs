namespace Trawl.Engine.Seams.Governing;

/// <summary>Why a run is held back.</summary>
/// <param name="Code">Of <see cref="Model.Errors.ErrorCode"/>.</param>
/// <param name="Message">What is short, for people, with the way out.</param>
/// <param name="IsPaused">Whether nothing new begins.</param>
public sealed record HeldBack(string Code, string Message, bool IsPaused);
