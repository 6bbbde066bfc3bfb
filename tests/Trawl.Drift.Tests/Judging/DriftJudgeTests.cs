using System.Globalization;
using System.Text;
using Trawl.Drift.Building;
using Trawl.Drift.Judging;
using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Model.Plans;

namespace Trawl.Drift.Tests.Judging;

public sealed class DriftJudgeTests
{
    private static readonly PipelinePlan Plan = Site.Plan with
    {
        Records =
        [
            new RecordType
            {
                Name = "book",
                Fields = [new FieldPlan { Name = "title" }, new FieldPlan { Name = "price" }, new FieldPlan { Name = "weight", Type = FieldType.Decimal }],
            },
        ],
    };

    [Fact]
    public void FirstRun_HasNothingToCompareWith() =>
        Assert.Equal(DriftState.NothingToCompare, DriftJudge.Judge(Run("r1", 100), [], new DriftPlan()).State);

    [Fact]
    public void SwitchedOff_NothingIsJudged() =>
        Assert.Equal(DriftState.NotJudged, DriftJudge.Judge(Run("r2", 0), [Well("r1")], new DriftPlan { Enabled = false }).State);

    [Fact]
    public void EmptyField_IsSaidPlainly() => Found(
        Run("r2", 240, i => Record(price: i < 235 ? null : "£1.00")),
        "price is empty in 98 % of book records since run r2; it was 0 %.");

    [Fact]
    public void OtherShape_IsSaidWithAnExample() => Found(
        Run("r2", 240, i => Record(price: "from {0} " + Letters(i))),
        "price of book records is words in 100 %, such as \"from {0} a\" since run r2; it was amounts of money in 100 %.");

    [Fact]
    public void SameValueEverywhere_IsFound() => Found(
        Run("r2", 240, _ => Record(title: "Access denied")),
        "title is \"Access denied\" in 100 % of book records since run r2; the most frequent value had 0.4 %.");

    [Fact]
    public void ShiftedDecimalPoint_IsFound() => Found(
        Run("r2", 240, i => Record(weight: (i + 100) * 100)),
        "weight of book records is larger since run r2: about 21,000 in the middle; it was about 230.");

    [Fact]
    public void CutTexts_AreFound() => Found(
        Run("r2", 240, i => Record(title: "Book " + Letters(i))),
        Run("r1", 240, i => Record(title: string.Join(' ', Enumerable.Repeat("Book " + Letters(i), 12)))),
        "title of book records is shorter since run r2: about 7; it was about 99.");

    [Fact]
    public void FewerRecords_AreFound()
    {
        var verdict = DriftJudge.Judge(Run("r2", 30), [Well("r1")], new DriftPlan());

        Assert.Equal(
            ["There are 30 pages of the rule book since run r2; there were 240.", "There are 30 book records since run r2; there were 240."],
            verdict.Findings.Select(f => f.Message).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void OtherExtent_VolumesAreNotCompared()
    {
        var narrower = Run("r2", 30, plan: Plan with { Scope = new ScopePlan { Pages = 30 } });

        Assert.Equal(DriftState.None, DriftJudge.Judge(narrower, [Well("r1")], new DriftPlan()).State);
    }

    [Fact]
    public void FewRecords_AreNotJudged() => Assert.Equal(
        DriftState.None, DriftJudge.Judge(Run("r2", 15, _ => Record(price: null)), [Run("r1", 15).AsEarlier()], new DriftPlan()).State);

    [Fact]
    public void Ignored_IsNotSaid()
    {
        var broken = Run("r2", 240, _ => Record(price: null));

        Assert.Empty(DriftJudge.Judge(broken, [Well("r1")], new DriftPlan { Ignore = ["book.price"] }).Findings);
        Assert.Empty(DriftJudge.Judge(broken, [Well("r1")], new DriftPlan { Ignore = ["book"] }).Findings);
        Assert.Single(DriftJudge.Judge(broken, [Well("r1")], new DriftPlan { Ignore = ["book.pric"] }).Findings);
    }

    [Fact]
    public void LastingDrift_IsSaidSinceItBegan_AndIsNotTakenForHealth()
    {
        var earlier = new List<EarlierRun> { Well("r1"), Well("r0") };
        for (var i = 2; i < 12; i++)
        {
            var broken = Run($"r{i}", 240, _ => Record(price: null));
            var verdict = DriftJudge.Judge(broken, earlier, new DriftPlan());
            Assert.Equal("price is empty in 100 % of book records since run r2; it was 0 %.", Assert.Single(verdict.Findings).Message);
            earlier.Insert(0, new EarlierRun(broken, verdict));
        }

        Assert.Equal(DriftState.None, DriftJudge.Judge(Run("r12", 240), earlier, new DriftPlan()).State);
    }

    [Fact]
    public void FieldReadInAnotherWay_HasAnotherShapeOnPurpose()
    {
        var text = Plan.Records[0].Fields.Select(f => f.Name == "price" ? f with { Type = FieldType.Decimal, Locale = "en-GB" } : f).ToList();
        var changed = Run("r2", 240, i => Record().Replace("\"£", "", StringComparison.Ordinal).Replace("\",\"w", ",\"w", StringComparison.Ordinal),
            Plan with { Records = [Plan.Records[0] with { Fields = text }] });

        Assert.Equal(DriftState.None, DriftJudge.Judge(changed, [Well("r1")], new DriftPlan()).State);
    }

    private static void Found(RunProfile now, string message) => Found(now, Run("r1", 240), message);

    private static void Found(RunProfile now, RunProfile before, string message) =>
        Assert.Equal(message, string.Join('\n', DriftJudge.Judge(now, [before.AsEarlier()], new DriftPlan()).Findings.Select(f => f.Message)));

    private static EarlierRun Well(string id) => Run(id, 240).AsEarlier();

    private static RunProfile Run(string id, int records, Func<int, string>? record = null, PipelinePlan? plan = null)
    {
        var builder = new ProfileBuilder(plan ?? Plan);
        for (var i = 0; i < records; i++)
        {
            builder.AddRecord("book", Encoding.UTF8.GetBytes(record?.Invoke(i) ?? Record("Book " + Letters(i), $"£{i}.99", i + 100)), isValid: true);
        }

        builder.AddPages("book", records);
        builder.AddOutcomes(200, records);
        return builder.Build(id);
    }

    private static int s_next;

    private static string Record(string? title = "-", string? price = "-", double weight = -1)
    {
        var i = s_next++ % 240;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"title\":{Json(title == "-" ? "Book " + Letters(i) : title)},\"price\":{Json(price == "-" ? $"£{i}.99" : price)},\"weight\":{(weight < 0 ? i + 100 : weight)}}}");
    }

    private static string Json(string? text) => text is null ? "null" : $"\"{text}\"";

    private static string Letters(int number) => number < 26 ? ((char)('a' + number)).ToString() : Letters(number / 26) + (char)('a' + (number % 26));
}
