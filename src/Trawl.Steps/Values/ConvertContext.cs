using Trawl.Web.Urls;

namespace Trawl.Steps.Values;

/// <summary>What a conversion may know of the page.</summary>
/// <param name="Base">What relative URLs are resolved against.</param>
/// <param name="Year">The year of the fetch, for dates that name none.</param>
internal readonly record struct ConvertContext(WebUrl Base, int Year);
