using Trawl.Engine.Seams.Store;

namespace Trawl.Load.Stores;

internal sealed record VolatileHost(long Id, string Name, Queue<(long Id, NewRequest Request)> Queue)
{
    public bool Equals(VolatileHost? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode();
}
