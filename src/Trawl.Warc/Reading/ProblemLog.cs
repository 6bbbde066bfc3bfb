namespace Trawl.Warc.Reading;

/// <summary>Problems of one file: all counted, the first ones kept.</summary>
internal sealed class ProblemLog(WarcReaderOptions options)
{
    private readonly List<WarcProblem> _kept = [];

    public IReadOnlyList<WarcProblem> Kept => _kept;

    public long Count { get; private set; }

    public WarcProblem Add(WarcProblemCode code, long offset, string message, WarcSeverity severity)
    {
        var problem = new WarcProblem(code, offset, message, severity);
        Count++;
        if (_kept.Count < options.MaxProblems) _kept.Add(problem);
        options.OnProblem?.Invoke(problem);
        return problem;
    }
}
