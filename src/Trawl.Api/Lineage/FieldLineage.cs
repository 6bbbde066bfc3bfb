using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Api.Lineage;

/// <summary>How the value of a field came about.</summary>
public sealed record FieldLineage
{
    /// <summary>The name, with dots for nested fields and indices in lists of objects: <c>offers[1].price</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The values of the record, one for a field that is no list; nested fields have their own.</summary>
    public required IReadOnlyList<JsonElement> Values { get; init; }

    /// <summary>Where the field comes from: the page's selectors, or what is no part of it.</summary>
    public required FieldSource Source { get; init; }

    /// <summary>Its type.</summary>
    public required FieldType Type { get; init; }

    /// <summary>The locale its texts are read with; null for none.</summary>
    public string? Locale { get; init; }

    /// <summary>What is taken from an element: <c>text</c>, <c>@href</c> and so on.</summary>
    public required string Take { get; init; }

    /// <summary>The selectors that were asked, in order.</summary>
    public required IReadOnlyList<SelectorLineage> Selectors { get; init; }

    /// <summary>Texts that were given the field's type.</summary>
    public required IReadOnlyList<ConversionStep> Conversions { get; init; }

    /// <summary>The default, where it was used.</summary>
    public string? Default { get; init; }

    /// <summary>The field's rules; only those that are set.</summary>
    public required FieldRules Rules { get; init; }

    /// <summary>The rules that the record breaks.</summary>
    public required IReadOnlyList<RecordProblem> Problems { get; init; }

    /// <summary>Fields below it.</summary>
    public IReadOnlyList<FieldLineage> Fields { get; init; } = [];
}
