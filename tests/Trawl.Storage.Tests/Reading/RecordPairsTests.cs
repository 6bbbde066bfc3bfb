using Trawl.Engine.Seams.Store;
using Trawl.Storage.Reading;
using Trawl.Storage.Tests.Outputs;

namespace Trawl.Storage.Tests.Reading;

/// <summary>Records of two runs side by side: those of both meet whatever page or order they came in.</summary>
public sealed class RecordPairsTests : IDisposable
{
    private readonly PublishedRun _before = new();
    private readonly PublishedRun _after = new();

    [Fact]
    public async Task PairsByTypeAndKey_InTheirOrder()
    {
        await _before.StoreAsync(
            Plans.Simple(),
            ("https://shop.test/a", [Of("product", "b", "1"), Of("product", "\uFF61", "2"), Of("offer", "b", "3")]),
            ("https://shop.test/c", [Of("note", null, "4"), Of("note", null, "5")]));
        await _after.StoreAsync(
            Plans.Simple(),
            ("https://shop.test/c", [Of("note", null, "4")]),
            ("https://shop.test/d", [Of("product", "\U0001F600", "6"), Of("product", "b", "7"), Of("product", "a", "8")]));

        var pairs = RecordPairs.Of(_before.Folder, _after.Folder).Select(p => (p.Type, p.Key, p.Before, p.After, p.Url[^1])).ToList();

        Assert.Equal(
            [
                ("note", "https://shop.test/c #1", "4", "4", 'c'),
                ("note", "https://shop.test/c #2", "5", null, 'c'),
                ("offer", "b", "3", null, 'a'),
                ("product", "a", null, "8", 'd'),
                ("product", "b", "1", "7", 'd'),
                ("product", "\uFF61", "2", null, 'a'),
                ("product", "\U0001F600", null, "6", 'd'),
            ],
            pairs);
    }

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    private static NewRecord Of(string type, string? key, string json) => PublishedRun.Product(json, key) with { Type = type };
}
