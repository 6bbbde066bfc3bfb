using Trawl.Governor.Readings;

namespace Trawl.Governor.Rules;

/// <summary>A rule about one resource: a pure function of a reading.</summary>
internal interface IRule
{
    /// <summary>The name in the journal.</summary>
    string Name { get; }

    /// <summary>Code of the error catalogue.</summary>
    string Code { get; }

    Verdict Judge(ResourceReading reading, GovernorLimits limits);
}
