namespace Trawl.Model.Plans;

/// <summary>When a page is opened in a browser.</summary>
public enum RenderMode
{
    /// <summary>Every page of the rule.</summary>
    Always,

    /// <summary>Every page or none: whichever a sample of the rule's pages shows to be needed.</summary>
    Auto,
}
