using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Capturing;

/// <summary>What the bytes of an exchange cannot say, as fields of a metadata record: <c>docs/formats/warc.md</c>.</summary>
internal static class ExchangeNotes
{
    public const string Error = "fetchError";
    public const string ErrorMessage = "fetchErrorMessage";
    public const string Protocol = "protocol";
    public const string Note = "note";

    private const string Usual = "HTTP/1.1";

    /// <summary>The fields; none when the bytes say it all.</summary>
    public static IReadOnlyList<Field> Of(FetchResult result)
    {
        var fields = new List<Field>();
        if (result.Error is { } error)
        {
            fields.Add(new Field(Error, error.Kind.ToString()));
            fields.Add(new Field(ErrorMessage, error.Message));
        }

        if (result.Protocol != Usual)
        {
            fields.Add(new Field(Protocol, result.Protocol));
        }

        fields.AddRange(result.Notes.Select(note => new Field(Note, note.ReplaceLineEndings(" "))));
        return fields;
    }

    /// <summary>Why a body is not whole (ISO 28500:2017 §5.15).</summary>
    public static WarcTruncation TruncationOf(FetchError? error) => error?.Kind switch
    {
        null => WarcTruncation.None,
        FetchErrorKind.TooLarge => WarcTruncation.Length,
        FetchErrorKind.Timeout => WarcTruncation.Time,
        FetchErrorKind.Reset => WarcTruncation.Disconnect,
        _ => WarcTruncation.Unspecified,
    };
}
