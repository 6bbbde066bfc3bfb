namespace Trawl.Demo.Data;

/// <summary>What is wrong with a page, stated so that tests and the demo's report can count on it.</summary>
public enum Trouble
{
    None,

    /// <summary>Answers 500 however often it is asked.</summary>
    AlwaysFails,

    /// <summary>Answers 500 the first time.</summary>
    FailsOnce,

    /// <summary>Answers 503 with <c>Retry-After: 1</c> the first time.</summary>
    BusyOnce,

    /// <summary>Takes 300 to 800 ms.</summary>
    Slow,

    /// <summary>A product page without a heading.</summary>
    NoTitle,

    /// <summary>A product whose price is no number.</summary>
    BrokenPrice,

    /// <summary>Sent as windows-1252 under the label <c>iso-8859-1</c>, as old sites do.</summary>
    OldEncoding,
}
