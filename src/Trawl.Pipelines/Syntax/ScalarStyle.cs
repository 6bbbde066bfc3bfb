namespace Trawl.Pipelines.Syntax;

/// <summary>How a scalar was written.</summary>
internal enum ScalarStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In single quotes.</summary>
    Single,

    /// <summary>In double quotes.</summary>
    Double,

    /// <summary>As a block, after <c>|</c> or <c>&gt;</c>.</summary>
    Block,

    /// <summary>By a program: nothing in it is interpolated.</summary>
    Code,
}
