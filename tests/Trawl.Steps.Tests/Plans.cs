using System.Text;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Steps.Tests;

/// <summary>Plans in few words, and what they make of a page.</summary>
internal static class Plans
{
    public static SelectorSpec Css(string text) => new(SelectorLanguage.Css, text);

    public static SelectorSpec XPath(string text) => new(SelectorLanguage.XPath, text);

    public static SelectorSpec JsonPath(string text) => new(SelectorLanguage.JsonPath, text);

    public static SelectorSpec Regex(string text) => new(SelectorLanguage.Regex, text);

    public static FieldPlan Field(string name, params SelectorSpec[] selectors) => new() { Name = name, Selectors = selectors };

    public static PipelinePlan Of(params PageRule[] rules) => new() { Name = "test", Start = [new StartUrl("https://shop.test/")], Pages = rules };

    public static PipelinePlan Extracting(params FieldPlan[] fields) => Extracting(new ExtractStep { Record = "item", Fields = fields });

    public static PipelinePlan Extracting(ExtractStep step, InvalidPolicy onInvalid = InvalidPolicy.Quarantine, params string[] key) =>
        Of(new PageRule { Name = "page", Extract = [step] }) with
        {
            Records = [new RecordType { Name = step.Record, Fields = step.Fields, OnInvalid = onInvalid, Key = key }],
        };

    public static PipelinePlan Following(params FollowStep[] steps) => Of(new PageRule { Name = "page", Follow = steps });

    public static PageOutcome Run(this PipelinePlan plan, FetchedPage page) =>
        new PageHandler(plan).HandleAsync(page, CancellationToken.None).Result;

    /// <summary>The payload of the only record.</summary>
    public static string Record(this PipelinePlan plan, FetchedPage page)
    {
        var outcome = plan.Run(page);
        Assert.Null(outcome.Error);
        return Text(Assert.Single(outcome.Records));
    }

    /// <summary>The JSON value of the only field of the only record.</summary>
    public static string Value(FieldPlan field, FetchedPage page)
    {
        var record = Extracting(field).Record(page);
        return record[(field.Name.Length + 4)..^1];
    }

    public static string Text(NewRecord record) => Encoding.UTF8.GetString(record.Payload.Span);

    public static IEnumerable<string> Hrefs(this PageOutcome outcome) => outcome.Links.Select(link => link.Url.Href);
}
