using System.Globalization;
using Trawl.Api.Pages;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl page</c> prints.</summary>
internal sealed class PageView(CliSession session)
{
    private readonly DataOut _data = session.Data;

    public void Write(RecordedPage page, bool onlyHeads)
    {
        if (page.Raw is { } raw)
        {
            _data.WriteBytes(raw);
        }
        else if (page.Text is { } text)
        {
            _data.WriteText(text);
        }
        else
        {
            if (!onlyHeads)
            {
                WriteFacts(page);
            }

            WriteHead(page.RequestHead);
            WriteHead(page.ResponseHead);
        }
    }

    private void WriteFacts(RecordedPage page)
    {
        var facts = new TextTable(new TextColumn(""), new TextColumn(""));
        facts.Add("page", page.Url);
        facts.Add("status", page.Status == 0 ? "no answer" : page.Status.ToString(CultureInfo.InvariantCulture));
        if (page.Error is { } error)
        {
            facts.Add("problem", error);
        }

        facts.Add("attempt", string.Create(CultureInfo.InvariantCulture, $"{page.Attempt}")
            + (page.Attempts.Count > 1 ? $" (recorded: {string.Join(", ", page.Attempts)})" : ""));
        facts.Add("body", $"{Amounts.Bytes(page.BodyBytes)} received"
            + $"{(page.ContentType is { } type ? ", " + type : "")}{(page.Encoding is { } encoding ? ", " + encoding : "")}");
        facts.Add("rules", page.Rules.Count == 0 ? "none" : string.Join(", ", page.Rules));
        facts.Add("fetched", $"{Amounts.ExactTime(page.At.StartedAt)}, {Amounts.Duration(page.At.DurationMs / 1000)}, {page.At.Protocol}"
            + (page.At.Address is { } address ? $", from {address}" : ""));
        facts.Add("kept", string.Create(CultureInfo.InvariantCulture, $"{page.At.File}, offset {page.At.Offset}, {page.At.Length} bytes")
            + (page.At.IsRevisit ? ", the body with an earlier answer that had the same" : ""));
        _data.Write(facts);
        _data.WriteLine();
    }

    private void WriteHead(string head)
    {
        if (head.Length == 0)
        {
            return;
        }

        foreach (var line in head.Split('\n'))
        {
            _data.WriteLine(SafeText.Line(line));
        }

        _data.WriteLine();
    }
}
