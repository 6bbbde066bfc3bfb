using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Model.Serialization;

namespace Trawl.Model.Tests.Serialization;

public sealed class PlanJsonTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesTheSameBytes()
    {
        var bytes = PlanJson.Write(Sample());

        Assert.Equal(bytes, PlanJson.Write(PlanJson.Read(bytes)));
    }

    [Fact]
    public void Hash_OtherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var hash = PlanJson.Hash(Sample());
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(hash, PlanJson.Hash(Sample()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Hash_OneSelectorChanged_Differs()
    {
        var plan = Sample();
        var changed = plan with { Pages = [plan.Pages[0] with { Name = "other" }] };

        Assert.NotEqual(PlanJson.Hash(plan), PlanJson.Hash(changed));
    }

    private static PipelinePlan Sample() => new()
    {
        Name = "books",
        Start = [new StartUrl("https://books.example/"), new StartSitemap("https://books.example/s.xml", ["/b/**"]), new StartFile("/urls.txt")],
        Scope = new ScopePlan { Hosts = ["books.example"], Depth = 3, Time = TimeSpan.FromHours(2) },
        Pages =
        [
            new PageRule
            {
                Name = "book",
                Urls = ["/b/**"],
                Follow = [new FollowStep { Selector = new SelectorSpec(SelectorLanguage.Css, "a") }],
                Extract = [new ExtractStep { Record = "book", Fields = [new FieldPlan { Name = "title", Selectors = [new SelectorSpec(SelectorLanguage.Css, "h1")] }] }],
            },
        ],
        Records = [new RecordType { Name = "book", Key = ["title"], Fields = [new FieldPlan { Name = "title" }] }],
        Outputs = [new OutputPlan(OutputFormat.Csv, null, [])],
    };
}
