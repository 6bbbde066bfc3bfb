using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Steps.Forms;
using Trawl.Web.Urls;

namespace Trawl.Steps.Tests.Forms;

/// <summary>Forms as they would be sent.</summary>
public sealed class LoginFormTests
{
    private const string Page = """
        <base href=/account/>
        <form action=/search><input name=q value=x></form>
        <form id=in method=POST action=in?step=1>
          <input type=hidden name=token value="a&b"><input name=user value=old><INPUT TYPE=PASSWORD name=pass>
          <input type=checkbox name=keep><input type=radio name=role value=1><input type=radio name=role value=2 checked>
          <select name=lang><option value=en>E<option selected>Deutsch</select><textarea name=note>hi</textarea>
          <input name=off disabled value=1><input type=submit name=go value=Go><input type=image name=pic><input value=nameless>
        </form>
        """;

    [Fact]
    public void TheFormThatAsksForAPassword_WithAllThatStandsInIt()
    {
        var form = LoginForm.Find(At(Page), null)!;

        Assert.Equal(("https://a.test/account/in?step=1", true), (form.Action.Href, form.IsPost));
        Assert.Equal("token=a%26b&user=old&pass=&role=2&lang=Deutsch&note=hi&go=Go", FormText.Of(form.Fields));
        var filled = form.Fill([new("user", "me"), new("pass", "p w=\u00e4*"), new("extra", "1")]);
        Assert.Equal("token=a%26b&role=2&lang=Deutsch&note=hi&go=Go&user=me&pass=p+w%3D%C3%A4*&extra=1", FormText.Of(filled.Fields));
    }

    [Theory]
    [InlineData("form[action='/search']", "https://a.test/search", false)]
    [InlineData("#in", "https://a.test/account/in?step=1", true)]
    public void AFormByItsSelector(string css, string action, bool isPost)
    {
        var form = LoginForm.Find(At(Page), css)!;

        Assert.Equal((action, isPost), (form.Action.Href, form.IsPost));
    }

    [Fact]
    public void WithoutAnAction_ItIsSentToThePage()
    {
        Assert.Equal("https://a.test/x?y=1", LoginForm.Find(At("<form><input type=password></form>"), null)!.Action.Href);
    }

    [Theory]
    [InlineData("<p>no form</p>", null)]
    [InlineData("<form><input name=q></form>", null)]
    [InlineData("<form action=javascript:f()><input type=password></form>", null)]
    [InlineData(Page, "#out")]
    public void NoForm(string html, string? css) => Assert.Null(LoginForm.Find(At(html), css));

    private static FetchedPage At(string html) => new(
        WebUrl.Parse("https://a.test/x?y=1"),
        new FetchResult { Status = 200, Headers = [new FetchHeader("Content-Type", "text/html; charset=utf-8")], Body = Encoding.UTF8.GetBytes(html) },
        1 << 20);
}
