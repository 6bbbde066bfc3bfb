namespace Trawl.Model.Plans;

/// <summary>A selector as text; checked when the plan was made.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The selector.</param>
public sealed record SelectorSpec(SelectorLanguage Language, string Text);
