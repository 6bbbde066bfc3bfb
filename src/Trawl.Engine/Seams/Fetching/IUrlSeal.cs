namespace Trawl.Engine.Seams.Fetching;

/// <summary>
/// Takes secrets out of URLs before they are written down, and puts them back just before they are sent. Equal URLs give
/// equal sealed ones, so a run compares, stores and shows nothing but these.
/// </summary>
public interface IUrlSeal
{
    /// <summary>The URL, or a text that holds URLs, as it may be written down; what is sealed stays as it is.</summary>
    string Seal(string text);

    /// <summary>The URL as it is sent.</summary>
    string Open(string url);
}
