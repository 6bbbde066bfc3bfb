using Trawl.Engine.Seams.Pages;
using Trawl.Steps.Content;
using Trawl.Web.Encodings;

namespace Trawl.Steps.Probing;

/// <summary>A page's body as rules see it.</summary>
/// <param name="Bytes">The body without content coding; empty when it does not decode.</param>
/// <param name="Text">Its text; null when it is none.</param>
/// <param name="Encoding">The encoding and how it was found: <c>windows-1252 (TransportLabel)</c>; null when it is no text.</param>
/// <param name="Problem">Why it does not decode; null when it does.</param>
public sealed record DecodedPage(byte[] Bytes, string? Text, string? Encoding, string? Problem)
{
    /// <summary>Decodes a page.</summary>
    public static DecodedPage Of(FetchedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var view = new PageView();
        view.Open(page);
        try
        {
            var problem = view.Read()?.Message;
            var bytes = view.Bytes.ToArray();
            if (view.Text is not { } text) return new DecodedPage(bytes, null, null, problem);
            var decision = PageEncoding.Decide(bytes, page.Response.Header("Content-Type"));
            return new DecodedPage(bytes, text, $"{decision.Name} ({decision.Reason})", problem);
        }
        finally
        {
            view.Close();
        }
    }
}
