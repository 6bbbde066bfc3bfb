namespace Trawl.Ipc.Codecs;

/// <summary>A message without content.</summary>
public readonly record struct IpcNothing;
