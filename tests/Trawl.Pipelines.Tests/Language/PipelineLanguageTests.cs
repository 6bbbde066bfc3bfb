using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;

namespace Trawl.Pipelines.Tests.Language;

public sealed class PipelineLanguageTests
{
    private static readonly ShapeCatalog _catalog = new(PipelineLanguage.Root);

    [Fact]
    public void EveryMap_HasKeysThatItsConditionsName()
    {
        foreach (var map in _catalog.Maps)
        {
            var named = map.OneOf.Concat(map.Keys.SelectMany(k => k.OnlyWith));
            Assert.All(named, name => Assert.NotNull(map.Find(name)));
            Assert.Equal(map.Keys.Count, map.Keys.Select(k => k.Name).Distinct().Count());
        }
    }

    [Fact]
    public void EveryMapName_IsTakenOnce() =>
        Assert.Equal(_catalog.Maps.Count, _catalog.Maps.Select(m => m.Name).Distinct().Count());

    [Fact]
    public void EveryCode_IsTakenOnce() =>
        Assert.Equal(Rules.All.Count, Rules.All.Select(r => r.Code).Distinct().Count());

    [Fact]
    public void EveryExample_IsYaml()
    {
        foreach (var map in _catalog.Maps)
        {
            var codes = Compiling.Compile(map.Example).Diagnostics.Select(d => d.Code);
            Assert.DoesNotContain(Rules.Syntax.Code, codes);
        }
    }
}
