using Trawl.Model.Plans;

namespace Trawl.Api.Pages;

/// <summary>A selector.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The selector itself.</param>
public sealed record SelectorText(SelectorLanguage Language, string Text);
