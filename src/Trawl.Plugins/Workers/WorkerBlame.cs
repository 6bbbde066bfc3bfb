namespace Trawl.Plugins.Workers;

/// <summary>Whose doing the loss of a worker may be, as far as can be told.</summary>
internal enum WorkerBlame
{
    /// <summary>The call's: it crashed, left, hung, took too much memory or answered nonsense while it worked on it.</summary>
    Call,

    /// <summary>Nobody's call: it was lost before it was given one.</summary>
    Start,

    /// <summary>
    /// Perhaps somebody else's: a signal ended it that programs do not get by mistakes of their own, as people, other
    /// programs and a kernel short of memory send it.
    /// </summary>
    Outside,
}
