using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Values;

public sealed class DateTests
{
    [Theory]
    [InlineData("2024-02-29", null, "2024-02-29")]
    [InlineData(" 2024-02-29T23:30:00-05:00 ", null, "2024-02-29")]
    [InlineData("20240229", null, "2024-02-29")]
    [InlineData("2023-02-29", null, null)]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", null, "1994-11-15")]
    [InlineData("15 November 1994", null, "1994-11-15")]
    [InlineData("Nov 15, 1994", "en-US", "1994-11-15")]
    [InlineData("11/15/1994", "en-US", "1994-11-15")]
    [InlineData("15/11/1994", "en-GB", "1994-11-15")]
    [InlineData("15.11.1994", "de-DE", "1994-11-15")]
    [InlineData("15. März 1994", "de-DE", "1994-03-15")]
    [InlineData("15 mars 1994", "fr-FR", "1994-03-15")]
    [InlineData("15 November", null, null)]
    [InlineData("10:30", null, null)]
    [InlineData("yesterday", null, null)]
    public void Date_WithoutFormats_AcceptsIsoAndTheLocalesUsualOnes(string text, string? locale, string? expected)
    {
        var field = Plans.Field("d", Plans.Css("p")) with { Type = FieldType.Date, Locale = locale };
        Cultures.Each(() => Assert.Equal(expected is null ? "null" : $"\"{expected}\"", Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }

    [Theory]
    [InlineData("dd.MM.yy", "05.03.24", "2024-03-05")]
    [InlineData("d MMM", "7 Nov", "2026-11-07")]
    [InlineData("'on' d/M/yyyy", "on 5/3/2024", "2024-03-05")]
    [InlineData("yyyy", "1999", "1999-01-01")]
    [InlineData("dd.MM.yyyy", "2024-03-05", null)]
    public void Date_WithFormat_AcceptsThatAlone_AndTakesAMissingYearFromTheFetch(string format, string text, string? expected)
    {
        var field = Plans.Field("d", Plans.Css("p")) with { Type = FieldType.Date, Formats = [format] };
        Cultures.Each(() => Assert.Equal(expected is null ? "null" : $"\"{expected}\"", Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }

    [Theory]
    [InlineData("2024-03-05T10:00:00Z", null, "2024-03-05T10:00:00Z")]
    [InlineData("2024-03-05T10:00:00.250+02:00", null, "2024-03-05T08:00:00.25Z")]
    [InlineData("2024-03-05 10:00", "Europe/Berlin", "2024-03-05T09:00:00Z")]
    [InlineData("2024-07-05 10:00", "Europe/Berlin", "2024-07-05T08:00:00Z")]
    [InlineData("2024-03-31 02:30", "Europe/Berlin", "2024-03-31T01:30:00Z")]
    [InlineData("2024-03-05T10:00:00+05:30", "Europe/Berlin", "2024-03-05T04:30:00Z")]
    [InlineData("2024-03-05", "America/New_York", "2024-03-05T05:00:00Z")]
    [InlineData("Tue, 15 Nov 1994 08:12:31 GMT", "Europe/Berlin", "1994-11-15T08:12:31Z")]
    [InlineData("0001-01-01T00:00", "Asia/Tokyo", null)]
    public void DateTime_IsAnInstantInUtc(string text, string? zone, string? expected)
    {
        var field = Plans.Field("t", Plans.Css("p")) with { Type = FieldType.DateTime, Zone = zone };
        Cultures.Each(() => Assert.Equal(expected is null ? "null" : $"\"{expected}\"", Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }
}
