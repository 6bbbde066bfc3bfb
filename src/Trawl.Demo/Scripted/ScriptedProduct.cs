namespace Trawl.Demo.Scripted;

/// <summary>A product of the shop of scripts, as its page shows it in the end.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Sku">Article number.</param>
/// <param name="Name">Heading.</param>
/// <param name="Price">As shown, with the currency.</param>
/// <param name="Pictures">Paths of its pictures.</param>
/// <param name="Reviews">Texts in the frame.</param>
/// <param name="Delivery">Text in the partner's frame.</param>
public sealed record ScriptedProduct(
    int Id, string Sku, string Name, string Price, IReadOnlyList<string> Pictures, IReadOnlyList<string> Reviews, string Delivery);
