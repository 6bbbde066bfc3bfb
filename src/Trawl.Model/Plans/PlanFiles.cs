namespace Trawl.Model.Plans;

/// <summary>Files of the machine that a plan names.</summary>
public static class PlanFiles
{
    /// <summary>
    /// The first file or folder that carrying the plan out would read or write outside its run; null when there is none.
    /// A plugin counts: it is a program that would run there.
    /// </summary>
    public static string? FirstOf(PipelinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Start.OfType<StartFile>().FirstOrDefault()?.Path ?? plan.Outputs.FirstOrDefault(o => o.Path is not null)?.Path
            ?? plan.Archive?.Files.FirstOrDefault()?.Path
            ?? plan.Plugins.FirstOrDefault()?.Folder
        // So is a tool server that is a command.
        ?? plan.Tools?.FirstOrDefault(server => server.Command.Count > 0)?.Command[0];
    }
}
