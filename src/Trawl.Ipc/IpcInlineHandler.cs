namespace Trawl.Ipc;

/// <summary>Serves a request on the thread that reads: for work of microseconds that never waits.</summary>
public delegate void IpcInlineHandler(ref IpcExchange exchange);
