namespace Trawl.Hosting.Wire;

/// <summary>The engine's process hung up, died or never answered; whether it carried the call out is not known.</summary>
internal sealed class EngineGoneException(string message, Exception? inner = null) : Exception(message, inner);
