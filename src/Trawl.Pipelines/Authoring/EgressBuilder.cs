using System.Globalization;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says what may be connected to, beyond the public internet and what the start URLs name by address.</summary>
public sealed class EgressBuilder
{
    private readonly Draft _draft;

    internal EgressBuilder(Draft draft) => _draft = draft;

    /// <summary>
    /// Adds hosts of one's own, wherever they are (<c>wiki.corp</c>, <c>*.corp</c>, <c>10.0.0.5:8080</c>), and networks to
    /// which a host may resolve (<c>10.0.0.0/8</c>).
    /// </summary>
    public EgressBuilder Allow(params string[] hosts)
    {
        _draft.Add("allow", hosts);
        return this;
    }

    /// <summary>Adds a port of public hosts, or a range of them.</summary>
    /// <param name="first">1 to 65,535.</param>
    /// <param name="last">The last of the range; null for the one port.</param>
    public EgressBuilder Port(int first, int? last = null)
    {
        _draft.Add("ports", [string.Create(CultureInfo.InvariantCulture, $"{first}{(last is null ? "" : $"-{last}")}")]);
        return this;
    }

    /// <summary>Uses nothing but https.</summary>
    public EgressBuilder HttpsOnly()
    {
        _draft.Set("schemes", ["https"]);
        return this;
    }
}
