using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Store;

namespace Trawl.Storage.Runs;

/// <summary>The particulars of an admission as JSON: the numbers alone, zeroes left out.</summary>
internal static class AdmissionJson
{
    internal static string Write(AdmissionChunk chunk, int added, long first)
    {
        var text = new StringBuilder("{");
        Number(text, "new", added);
        Number(text, "first", added > 0 ? first : 0);
        Number(text, "known", chunk.Requests.Count - added);
        Number(text, "startPoints", chunk.StartPointsAdmitted ?? 0);
        return text.Append('}').ToString();
    }

    private static void Number(StringBuilder text, string name, long value)
    {
        if (value != 0)
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\":{value}");
        }
    }
}
