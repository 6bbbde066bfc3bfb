namespace Trawl.Pipelines.Syntax;

/// <summary>What a <c>${…}</c> asks for.</summary>
internal enum PlaceholderKind
{
    /// <summary><c>${name}</c> or <c>${set:name}</c>: a value of the command line.</summary>
    Set,

    /// <summary><c>${env:NAME}</c>: an environment variable.</summary>
    Environment,

    /// <summary><c>$${</c>: the two characters <c>${</c>.</summary>
    Escape,

    /// <summary>Not closed, or without a name.</summary>
    Malformed,
}
