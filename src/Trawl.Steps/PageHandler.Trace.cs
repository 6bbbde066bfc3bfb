using Trawl.Engine.Seams.Pages;
using Trawl.Steps.Tracing;

namespace Trawl.Steps;

/// <content>Says how a record came about.</content>
public sealed partial class PageHandler
{
    /// <summary>Handles a page as ever, and notes how one of its records is read.</summary>
    /// <param name="page">The page.</param>
    /// <param name="record">The record's place among those of the page, from 0.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public PageTrace Trace(FetchedPage page, int record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var work = new PageWork();
        var tracer = new RecordTracer(work.View, record);
        work.View.Open(page);
        work.View.Observer = tracer;
        try
        {
            var outcome = Handle(work, cancellationToken);
            return new PageTrace(outcome, tracer.Trace);
        }
        finally
        {
            work.Close();
        }
    }
}
