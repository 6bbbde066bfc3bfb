namespace Trawl.Samples.Tests.Documents;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">Path of the document, relative to the repository.</param>
/// <param name="FirstLine">Index of the first line inside the fence.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Source"><c>path#region</c> or <c>path</c>, relative to the repository; null when none is named.</param>
/// <param name="Lines">The lines inside the fence.</param>
internal sealed record Quote(string Document, int FirstLine, string Language, string? Source, IReadOnlyList<string> Lines)
{
    /// <summary>Where a reader finds it.</summary>
    public string Place => $"{Document}:{FirstLine + 1}";
}
