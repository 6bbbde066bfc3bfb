using System.Text;
using Trawl.Drift.Building;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Tests.Building;

public sealed class ProfileBuilderTests
{
    private static readonly PipelinePlan Plan = new()
    {
        Name = "shop",
        Start = [new StartUrl("http://a.test/")],
        Pages = [new PageRule { Name = "list" }, new PageRule { Name = "book" }],
        Records =
        [
            new RecordType
            {
                Name = "book",
                Fields =
                [
                    new FieldPlan { Name = "title" },
                    new FieldPlan { Name = "price", Type = FieldType.Decimal },
                    new FieldPlan { Name = "tags", Many = true },
                    new FieldPlan { Name = "raw", Type = FieldType.Json },
                    new FieldPlan
                    {
                        Name = "offers", Type = FieldType.Object, Many = true,
                        Fields = [new FieldPlan { Name = "shop" }, new FieldPlan { Name = "inStock", Type = FieldType.Boolean }],
                    },
                ],
            },
        ],
    };

    [Fact]
    public void Records_BecomeNumbers()
    {
        var book = Build(
            """{"title":"A","price":12.50,"tags":["x","y"],"raw":{"a":[1,{"b":2}]},"offers":[{"shop":"S","inStock":true},{"shop":null,"inStock":null}]}""",
            """{"title":"","price":null,"tags":[],"raw":null,"offers":[]}""",
            """{"title":"Ünïcode \"quoted\"","price":7,"tags":[""],"raw":3,"offers":[{"shop":"T","inStock":false}]}""").Records["book"];

        Assert.Equal((3L, 0L), (book.Kept, book.Invalid));
        Assert.Equal(
            ["title 2/3", "price 2/3", "tags 1/3", "raw 2/3", "offers 2/3", "offers.shop 2/3", "offers.inStock 2/3"],
            book.Fields.Select(f => $"{f.Key} {f.Value.Present}/{f.Value.Total}"));
        Assert.Equal("A", book.Fields["title"].Classes[ValueClass.Words].Example);
        Assert.Equal(1, book.Fields["price"].Classes[ValueClass.Decimal].Count);
        Assert.Equal(1, book.Fields["price"].Classes[ValueClass.Integer].Count);
        Assert.Equal(2, book.Fields["price"].Sizes.Count);
        Assert.Equal(2, book.Fields["offers.inStock"].Classes[ValueClass.Boolean].Count);
    }

    [Fact]
    public void StoredAndRead_ItIsTheSame()
    {
        var profile = Build("""{"title":"A","price":12.50,"tags":["x"],"raw":{},"offers":[{"shop":"S","inStock":true}]}""");
        var again = ProfileJson.ReadProfile(ProfileJson.Write(profile));

        Assert.Equal(Encoding.UTF8.GetString(ProfileJson.Write(profile)), Encoding.UTF8.GetString(ProfileJson.Write(again)));
        Assert.Equal(12.5, Histogram.ValueOf(again.Records["book"].Fields["price"].Sizes.Middle()!.Value), 0.1 * 12.5);
    }

    [Fact]
    public void OutcomesAndPages_AreCounted()
    {
        var builder = new ProfileBuilder(Plan);
        builder.AddOutcomes(200, 5);
        builder.AddOutcomes(204, 1);
        builder.AddOutcomes(404, 2);
        builder.AddOutcomes(0, 3);
        builder.AddPages("list,book", 2);
        builder.AddPages("book", 3);
        builder.AddPages("", 4);
        builder.AddDropped("book", 7);
        var profile = builder.Build("r");

        Assert.Equal([("2xx", 6L), ("4xx", 2L), ("error", 3L)], profile.Outcomes.Select(o => (o.Key, o.Value)));
        Assert.Equal([("list", 2L), ("book", 5L)], profile.Pages.Select(p => (p.Key, p.Value)));
        Assert.Equal((4L, 9L, 7L), (profile.PagesWithoutRule, profile.AllPages, profile.Records["book"].Invalid));
    }

    [Fact]
    public void FrequentValue_IsFound()
    {
        var frequent = new FrequentValues();
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var text = chance.Next(3) == 0 ? "Access denied" : $"title {i}";
            frequent.Add(Encoding.UTF8.GetBytes(text), text);
        }

        Assert.Equal("Access denied", frequent.Value);
        Assert.True(frequent.Count is > 2000 and < 3700, $"seed {seed}: {frequent.Count}");
    }

    [Fact]
    public void Extent_ChangesWithWhatIsCrawled_NotWithWhatIsExtracted()
    {
        var extent = PlanNames.Extent(Plan);

        Assert.Equal(extent, PlanNames.Extent(Plan with { Records = [], Fetch = new FetchPlan { Concurrency = 3 } }));
        Assert.NotEqual(extent, PlanNames.Extent(Plan with { Scope = new ScopePlan { Depth = 3 } }));
        Assert.NotEqual(extent, PlanNames.Extent(Plan with { Start = [new StartUrl("http://b.test/")] }));
    }

    private static RunProfile Build(params string[] records)
    {
        var builder = new ProfileBuilder(Plan);
        foreach (var record in records) builder.AddRecord("book", Encoding.UTF8.GetBytes(record), isValid: true);
        return builder.Build("run");
    }
}
