using Trawl.Pipelines.Language;
using Trawl.Tests.Shared;

namespace Trawl.Pipelines.Tests.Language;

public sealed class ReferenceTests
{
    [Fact]
    public void LanguagePage_IsWhatTheCodeGenerates() =>
        Repository.AssertGenerated(ReferenceWriter.WriteLanguage(), "docs", "reference", "pipeline.md");

    [Fact]
    public void ErrorPage_IsWhatTheCodeGenerates() =>
        Repository.AssertGenerated(ReferenceWriter.WriteErrors(), "docs", "reference", "pipeline-errors.md");

    [Fact]
    public void Schema_IsWhatTheCodeGenerates() =>
        Repository.AssertGenerated(SchemaWriter.Write(), "docs", "reference", "pipeline.schema.json");
}
