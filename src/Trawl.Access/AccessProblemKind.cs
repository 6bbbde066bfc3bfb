namespace Trawl.Access;

/// <summary>Sorts of reasons in an <see cref="AccessProblem"/>.</summary>
public enum AccessProblemKind
{
    /// <summary>A value breaks a rule.</summary>
    Invalid,

    /// <summary>There is no such user, token or session.</summary>
    NotFound,

    /// <summary>The state forbids it: the name is taken, or it would leave nobody to administer.</summary>
    Conflict,
}
