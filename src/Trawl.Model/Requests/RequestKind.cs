namespace Trawl.Model.Requests;

/// <summary>What a request's response is for. The numbers are stored and never reused.</summary>
public enum RequestKind
{
    /// <summary>A page that rules apply to.</summary>
    Page = 0,

    /// <summary>A sitemap whose entries become requests.</summary>
    Sitemap = 1,
}
