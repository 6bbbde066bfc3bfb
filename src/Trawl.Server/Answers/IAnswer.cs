namespace Trawl.Server.Answers;

/// <summary>An answer, of whatever type.</summary>
internal interface IAnswer
{
    /// <summary>Why there is no value; null when there is one.</summary>
    Problem? Problem { get; }

    /// <summary>Where what was made can be found; null for nowhere.</summary>
    string? Location { get; }
}
