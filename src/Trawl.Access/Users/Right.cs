namespace Trawl.Access.Users;

/// <summary>What a call needs. A caller has the rights of their role, or those of them that their token was given.</summary>
[Flags]
public enum Right
{
    /// <summary>None: nothing may be done with it.</summary>
    None = 0,

    /// <summary>To see.</summary>
    Read = 1,

    /// <summary>To start, stop and cancel runs.</summary>
    Operate = 2,

    /// <summary>To change pipelines and schedules.</summary>
    Edit = 4,

    /// <summary>To change users and settings, and to read the audit journal.</summary>
    Administer = 8,
}
