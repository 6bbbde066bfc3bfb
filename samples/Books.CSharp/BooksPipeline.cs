using Trawl.Pipelines.Authoring;

namespace Books;

/// <summary>The pipeline of <c>samples/books.yaml</c> in C#: both become the same plan.</summary>
public static class BooksPipeline
{
    // region: pipeline
    public static PipelineBuilder For(string site) => Pipeline.Named("books")
        .From($"{site}/c/stationery/notebooks")
        .Scope(scope => scope.Include("/c/stationery/notebooks*", "/p/**"))
        .Fetch(fetch => fetch.Concurrency(8, perHost: 4).Delay(TimeSpan.FromMilliseconds(20)))
        .Page("listing", page => page
            .Url("/c/stationery/notebooks*")
            .Follow(".listing a.product")
            .Follow("a[rel=next]", next => next.Pagination()))
        .Page("book", page => page
            .Url("/p/**")
            .Extract("book", book => book
                .Field("url", field => field.FromUrl())
                .Field("sku", field => field.Css("[itemprop=sku]").Required())
                .Field("title", "h1")
                .Field("price", field => field.Css(".price").Decimal("en-GB").Required().Min(0))
                .Field("tags", field => field.Css(".detail .tags li").Many())
                .Key("sku")));
    // endregion
}
