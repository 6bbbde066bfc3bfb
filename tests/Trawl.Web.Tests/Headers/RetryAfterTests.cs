using Trawl.Web.Headers;

namespace Trawl.Web.Tests.Headers;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(1994, 11, 6, 8, 49, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0 ", 0)]
    [InlineData("99999999999999999999", 31536000)]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", 37)]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT", 37)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 37)]
    [InlineData("Sun Nov  6 08:49:37 1994", 37)]
    [InlineData("Sun, 06 Nov 1994 08:00:00 GMT", 0)]
    public void TryParse_Valid(string value, int seconds)
    {
        Assert.True(RetryAfter.TryParse(value, Now, out var delay));
        Assert.Equal(TimeSpan.FromSeconds(seconds), delay);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("Sun, 31 Feb 1994 08:49:37 GMT")]
    public void TryParse_Invalid_IsFalse(string? value) => Assert.False(RetryAfter.TryParse(value, Now, out _));

    [Theory]
    [InlineData("Sunday, 06-Nov-44 08:49:37 GMT", 2044)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 1994)]
    public void HttpDate_TwoDigitYear_IsNotMoreThanFiftyYearsAhead(string value, int year)
    {
        Assert.True(HttpDate.TryParse(value, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), out var date));
        Assert.Equal(year, date.Year);
    }

    [Fact]
    public void Headers_Fuzzed_NeverThrow()
    {
        string[] samples =
        [
            "120", "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 29-Feb-00 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "text/html; charset=\"a\\\"b\"; x=y", "<a>; rel=\"next last\"; title*=x, </b?c>;rel=prev",
            "a=b; Expires=Wed, 09 Jun 2021 10:18:14 GMT; Max-Age=5; Domain=.X.org; Path=/; Secure; HttpOnly; SameSite=Lax",
        ];
        DateTimeOffset[] times = [Now, DateTimeOffset.MinValue, DateTimeOffset.MaxValue];
        Fuzz.Text(samples, 8, 60_000, (text, i) =>
        {
            RetryAfter.TryParse(text, times[i % 3], out var delay);
            Assert.InRange(delay, TimeSpan.Zero, TimeSpan.FromDays(365));
            if (ContentType.TryParse(text, out var type)) Assert.True(ContentType.TryParse(type.ToString(), out _));
            LinkHeader.Parse(text);
            SetCookie.TryParse(text, out _);
        });
    }
}
