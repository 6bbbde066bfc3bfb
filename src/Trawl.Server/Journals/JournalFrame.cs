using System.Globalization;
using System.Text;
using System.Text.Json;
using Trawl.Api.Journal;
using Trawl.Api.Serialization;

namespace Trawl.Server.Journals;

/// <summary>An event as it goes to browsers (HTML standard, server-sent events): made once for all who follow.</summary>
/// <param name="Sequence">The event's number, which is its <c>id</c>.</param>
/// <param name="Bytes">The frame, blank line included.</param>
internal readonly record struct JournalFrame(long Sequence, byte[] Bytes)
{
    public static JournalFrame Of(JournalItem item)
    {
        var json = JsonSerializer.Serialize(item, ApiJson.Default.JournalItem);
        var text = string.Create(CultureInfo.InvariantCulture, $"id: {item.Sequence}\nevent: journal\ndata: {json}\n\n");
        return new JournalFrame(item.Sequence, Encoding.UTF8.GetBytes(text));
    }
}
