namespace Trawl.Model.Drift;

/// <summary>What got worse.</summary>
public enum DriftKind
{
    /// <summary>A field is empty more often.</summary>
    Empty,

    /// <summary>More records break the rules of their type.</summary>
    Invalid,

    /// <summary>A field's values look different: words where there were prices.</summary>
    Shape,

    /// <summary>A field's texts or lists became much longer or shorter.</summary>
    Length,

    /// <summary>A field's numbers became much larger or smaller.</summary>
    Size,

    /// <summary>One value stands in most records.</summary>
    Same,

    /// <summary>There are far fewer, or far more, records of a type or pages of a rule.</summary>
    Volume,

    /// <summary>More requests fail.</summary>
    Failing,

    /// <summary>More pages fit no rule.</summary>
    NoRule,
}
