namespace Trawl.Ipc.Dispatching;

/// <summary>The dispatcher of all client connections of this process: begun with the first, kept for good, idle when they are.</summary>
internal static class SharedDispatcher
{
    private static readonly Lazy<Dispatcher> s_instance = new(() => new("trawl-ipc-client", new IpcOptions()));

    public static Dispatcher Instance => s_instance.Value;
}
