namespace Trawl.Access.Users;

/// <summary>What somebody is there for. Each role may do all that the one before it may.</summary>
public enum Role
{
    /// <summary>Looks at runs, records and pages.</summary>
    Viewer = 1,

    /// <summary>Starts, stops and cancels runs.</summary>
    Operator = 2,

    /// <summary>Changes pipelines and schedules.</summary>
    Editor = 3,

    /// <summary>Changes users, tokens of others and settings, and reads the audit journal.</summary>
    Admin = 4,
}
