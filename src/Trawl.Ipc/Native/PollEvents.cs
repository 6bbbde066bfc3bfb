namespace Trawl.Ipc.Native;

/// <summary>Events of poll(2).</summary>
internal static class PollEvents
{
    public const short In = 1;
    public const short Out = 4;
    public const short InOrOut = In | Out;
}
