using System.Text.Json;
using Trawl.Html.Structured;

namespace Trawl.Pipelines.Starter;

/// <summary>Fields that a page gives to machines: JSON-LD, OpenGraph and the description.</summary>
internal sealed class MachineFields(PageView page)
{
    private const int MaxBlocks = 20;

    private static readonly (string Name, string Meta)[] _metas =
        [("description", "description"), ("ogTitle", "og:title"), ("ogImage", "og:image"), ("ogType", "og:type")];

    private static readonly string[] _members = ["name", "headline", "sku", "brand", "datePublished", "author"];

    private readonly StructuredData _data = StructuredData.Read(page.Document);

    public IEnumerable<StarterField> All => OpenGraph().Concat(JsonLd());

    private IEnumerable<StarterField> OpenGraph()
    {
        foreach (var (name, meta) in _metas)
            if (_data.Head.TryGetProperty(meta, out var value) && value.ValueKind == JsonValueKind.String)
                yield return new StarterField(name, $"{{ meta: '{meta}' }}", $"\"{value}\"");
    }

    /// <summary>
    /// The first block that has one of the members gives it; a member that is no text is left as JSON.
    /// </summary>
    private IEnumerable<StarterField> JsonLd()
    {
        foreach (string member in _members)
            for (int i = 0; i < Math.Min(_data.JsonLd.Count, MaxBlocks); i++)
            {
                var block = _data.JsonLd[i];
                if (block.ValueKind != JsonValueKind.Object || !block.TryGetProperty(member, out var value)) continue;
                string type = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? ", type: json" : "";
                string name = "ld" + char.ToUpperInvariant(member[0]) + member[1..];
                yield return new StarterField(
                    name, FormattableString.Invariant($"{{ jsonLd: '$[{i}].{member}'{type} }}"), $"JSON-LD: {value}");
                break;
            }
    }
}
