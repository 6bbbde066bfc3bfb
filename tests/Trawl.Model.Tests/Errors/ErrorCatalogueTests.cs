using System.Reflection;
using System.Text;
using Trawl.Model.Errors;
using Trawl.Tests.Shared;

namespace Trawl.Model.Tests.Errors;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public void EveryCodeIsListedOnce()
    {
        var codes = typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(codes, ErrorCatalogue.All.Select(info => info.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CodesAreOrderedAndWellFormed()
    {
        Assert.Equal(ErrorCatalogue.All.Select(i => i.Code).Order(StringComparer.Ordinal), ErrorCatalogue.All.Select(i => i.Code));
        Assert.All(ErrorCatalogue.All, info => Assert.Matches("^TRAWL-[A-Z]+-[0-9]{3}$", info.Code));
    }

    [Fact]
    public void TheDocumentIsWhatTheCatalogueSays()
    {
        var page = new StringBuilder("# Errors\n\nGenerated from `ErrorCatalogue`. Codes are never reused. "
            + "Errors of pipeline files are in [reference/pipeline-errors.md](reference/pipeline-errors.md).\n\n"
            + "| code | meaning | way out |\n|---|---|---|\n");
        foreach (var info in ErrorCatalogue.All)
        {
            page.Append("| ").Append(info.Code).Append(" | ").Append(info.Meaning).Append(" | ").Append(info.WayOut).Append(" |\n");
        }

        Repository.AssertGenerated(page.ToString(), "docs", "errors.md");
    }
}
