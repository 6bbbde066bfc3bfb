namespace Trawl.Warc;

/// <summary>One defect of an archive.</summary>
/// <param name="Code">Which rule is broken.</param>
/// <param name="Offset">Where in the file: the start of the record or gzip member concerned, or of the bytes skipped.</param>
/// <param name="Message">The thing in quotes, the rule, and what the reader did about it.</param>
/// <param name="Severity">What it means for the content.</param>
public sealed record WarcProblem(WarcProblemCode Code, long Offset, string Message, WarcSeverity Severity)
{
    /// <summary>One line for people: offset, severity, code, message.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at {Offset}: {Severity} {Code}: {Message}");
}
