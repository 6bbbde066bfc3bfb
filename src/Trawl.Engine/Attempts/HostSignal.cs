namespace Trawl.Engine.Attempts;

/// <summary>What an attempt says about its host.</summary>
internal enum HostSignal
{
    /// <summary>Nothing: the attempt never reached it.</summary>
    None,

    /// <summary>It answers.</summary>
    Answered,

    /// <summary>It asked to be left alone, or did not answer.</summary>
    Refused,
}
