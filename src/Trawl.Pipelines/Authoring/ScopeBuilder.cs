using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says which URLs belong to the run.</summary>
public sealed class ScopeBuilder
{
    private readonly Draft _draft;

    internal ScopeBuilder(Draft draft) => _draft = draft;

    /// <summary>Adds hosts: <c>example.com</c>, <c>*.example.com</c>, <c>host:8080</c>.</summary>
    public ScopeBuilder Hosts(params string[] hosts) => Add("hosts", hosts);

    /// <summary>Adds URL patterns, one of which must match.</summary>
    public ScopeBuilder Include(params string[] patterns) => Add("include", patterns);

    /// <summary>Adds URL patterns, none of which may match.</summary>
    public ScopeBuilder Exclude(params string[] patterns) => Add("exclude", patterns);

    /// <summary>Links followed at most from a start URL, 0 or more; pagination does not count.</summary>
    public ScopeBuilder Depth(int depth)
    {
        _draft.Set("depth", depth);
        return this;
    }

    /// <summary>Follows links that look like a crawler trap, too.</summary>
    public ScopeBuilder FollowTraps()
    {
        _draft.Set("traps", "follow");
        return this;
    }

    /// <summary>Pages fetched at most, 1 or more.</summary>
    public ScopeBuilder MaxPages(long pages)
    {
        _draft.Map("budget").Set("pages", pages);
        return this;
    }

    /// <summary>Bytes received at most, 1 or more.</summary>
    public ScopeBuilder MaxBytes(long bytes)
    {
        _draft.Map("budget").Set("bytes", ByteSize.Write(bytes));
        return this;
    }

    /// <summary>Time spent running at most, over all resumes; one second or more.</summary>
    public ScopeBuilder MaxTime(TimeSpan time)
    {
        _draft.Map("budget").Set("time", Duration.Write(time));
        return this;
    }

    private ScopeBuilder Add(string key, string[] values)
    {
        _draft.Add(key, values);
        return this;
    }
}
