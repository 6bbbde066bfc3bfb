namespace Trawl.Sdk.Wire;

/// <summary>The line that a worker reads from its standard input: where to connect, and with what token.</summary>
/// <param name="Socket">Path of the engine's socket.</param>
/// <param name="Token">The one-time token, 32 hex digits.</param>
internal sealed record WorkerStart(string Socket, string Token);
