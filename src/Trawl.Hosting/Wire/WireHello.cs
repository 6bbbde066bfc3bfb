namespace Trawl.Hosting.Wire;

/// <summary>First line of every connection, from the engine: who answers, and in which protocol.</summary>
/// <param name="Protocol">Grows when a line would be misunderstood by an older reader.</param>
/// <param name="Pid">The engine's process.</param>
internal sealed record WireHello(int Protocol, int Pid)
{
    public const int Current = 1;
}
