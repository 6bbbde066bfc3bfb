namespace Trawl.Hosting.Running;

/// <summary>Parts to be disposed when an engine has left, the last one first.</summary>
internal sealed class OwnedParts : IDisposable
{
    private readonly Stack<IDisposable> _parts = new();

    public T Add<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }

    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            part.Dispose();
        }
    }
}
