using System.Text.Json;

namespace Trawl.Tests.Shared.Browser;

/// <summary>One tab.</summary>
internal sealed class BrowserPage(DevTools tools, string session)
{
    // What people can read on the page, in its components and frames too.
    private const string VisibleText = """
        (wanted) => new Promise(resolve => {
          const textOf = root => {
            let text = root.body ? root.body.innerText : "";
            for (const element of root.querySelectorAll("*")) {
              if (element.shadowRoot) text += "\n" + textOf(element.shadowRoot);
              if (element.tagName === "IFRAME" && element.contentDocument) text += "\n" + textOf(element.contentDocument);
            }
            return text;
          };
          const look = () => {
            const text = textOf(document);
            if (text.includes(wanted)) resolve(text); else setTimeout(look, 50);
          };
          look();
        })
        """;

    /// <summary>Waits until that text is to be read somewhere on the page, and gives all that is.</summary>
    public async Task<string> WaitForTextAsync(string wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return (await EvaluateAsync($"({VisibleText})({JsonSerializer.Serialize(wanted)})", cancellationToken)).GetString()!;
            }
            catch (InvalidOperationException gone) when (IsNavigation(gone.Message))
            {
                // The page went elsewhere by itself, and what looked at it went with it.
            }
        }
    }

    public async Task<JsonElement> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var call = new { expression, awaitPromise = true, returnByValue = true };
        var answer = await tools.SendAsync("Runtime.evaluate", call, session, cancellationToken);
        if (answer.TryGetProperty("exceptionDetails", out var thrown)) throw new InvalidOperationException(thrown.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    private static bool IsNavigation(string error) =>
        error.Contains("context was destroyed", StringComparison.Ordinal) || error.Contains("navigated", StringComparison.Ordinal)
        || error.Contains("context with specified id", StringComparison.Ordinal);

    public async Task<byte[]> ScreenshotAsync(CancellationToken cancellationToken)
    {
        var answer = await tools.SendAsync("Page.captureScreenshot", new { format = "png" }, session, cancellationToken);
        return answer.GetProperty("data").GetBytesFromBase64();
    }
}
