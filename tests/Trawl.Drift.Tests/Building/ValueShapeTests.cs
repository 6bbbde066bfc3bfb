using System.Globalization;
using Trawl.Drift.Building;
using Trawl.Drift.Profiles;

namespace Trawl.Drift.Tests.Building;

public sealed class ValueShapeTests
{
    [Theory]
    [InlineData("12", ValueClass.Integer)]
    [InlineData("-1 200", ValueClass.Integer)]
    [InlineData("12.50", ValueClass.Decimal)]
    [InlineData("1.234,56", ValueClass.Decimal)]
    [InlineData("£12.50", ValueClass.Money)]
    [InlineData("12,50 €", ValueClass.Money)]
    [InlineData("EUR 12.50", ValueClass.Money)]
    [InlineData("3 500 CHF", ValueClass.Money)]
    [InlineData("2026-11-03", ValueClass.Date)]
    [InlineData("2026-11-03T10:00:00Z", ValueClass.Date)]
    [InlineData("3.11.2026", ValueClass.Date)]
    [InlineData("3 November 2026", ValueClass.Date)]
    [InlineData("Nov 3, 2026", ValueClass.Date)]
    [InlineData("https://a.test/x?y=1", ValueClass.Url)]
    [InlineData("me@example.org", ValueClass.Email)]
    [InlineData("SKU-00017", ValueClass.Code)]
    [InlineData("A5 notebook, 3 colours", ValueClass.Words)]
    [InlineData("12 g", ValueClass.Words)]
    [InlineData("n/a", ValueClass.Words)]
    [InlineData("<b>12</b>", ValueClass.Markup)]
    [InlineData("a < b", ValueClass.Words)]
    [InlineData("2026", ValueClass.Integer)]
    public void Class_IsThatOfItsCharacters(string text, ValueClass expected)
    {
        foreach (var culture in (string[])["", "tr-TR", "de-DE", "ar-SA"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, ValueShape.Of(text, text.Length));
        }
    }

    [Fact]
    public void LongTexts_AreTexts() => Assert.Equal(ValueClass.Text, ValueShape.Of(new string('x', 300), 300));

    [Fact]
    public void AnyText_HasAClass()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        const string letters = "019.,-/: £€<>@aZé\u0000٣\ud83d";
        for (var i = 0; i < 100_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, chance.Next(14)).Select(_ => letters[chance.Next(letters.Length)])]);
            Assert.True(Enum.IsDefined(ValueShape.Of(text, text.Length)), $"seed {seed}: {text}");
        }
    }
}
