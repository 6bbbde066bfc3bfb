using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>A condition on one attribute that does not hold where the attribute is absent.</summary>
internal sealed class AttributeValueTest(string name, StringTest how, string value) : SimpleTest
{
    private readonly SelectorName _name = new(name);

    public override SelectorName RequiredAttribute => _name;

    public override bool OnlyExistence => how == StringTest.Exists;

    public override bool Matches(MatchRun run, int element) =>
        run.Document.TryGetAttribute(element, run.Id(_name), out var actual) && Strings.Test(actual, how, value);
}
