namespace Trawl.Ipc;

/// <summary>A moment's picture of a pool.</summary>
/// <param name="Size">Connections, in use and idle.</param>
/// <param name="Idle">Connections that wait to be used.</param>
/// <param name="Acquires">Times one was handed out.</param>
/// <param name="Hits">Times that was one already made.</param>
/// <param name="Waits">Times the asker had to wait for one in use.</param>
/// <param name="WaitTime">What these waits took in all.</param>
/// <param name="Made">Connections made.</param>
/// <param name="Broken">Connections found dead when they were to be used or given back.</param>
/// <param name="Shrunk">Connections closed for want of use.</param>
public readonly record struct IpcPoolCounters(
    int Size, int Idle, long Acquires, long Hits, long Waits, TimeSpan WaitTime, long Made, long Broken, long Shrunk);
