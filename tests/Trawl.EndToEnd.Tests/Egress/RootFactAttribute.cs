namespace Trawl.EndToEnd.Tests.Egress;

/// <summary>A test that makes a network namespace, which takes root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "needs root: it makes a network namespace";
    }
}
