namespace Trawl.Model.Plans;

/// <summary>Kinds of what a page loads, as a browser tells them apart.</summary>
public enum ResourceKind
{
    /// <summary>Images.</summary>
    Image,

    /// <summary>Fonts.</summary>
    Font,

    /// <summary>Sound and video.</summary>
    Media,

    /// <summary>Style sheets.</summary>
    Stylesheet,

    /// <summary>Scripts.</summary>
    Script,
}
