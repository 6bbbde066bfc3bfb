using System.CommandLine;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Engine.Seams.Store;

namespace Trawl.Cli.Commands.Access;

/// <summary>A command on the users of the home, which it opens; what it changes is in the audit journal.</summary>
internal abstract class AccessCommand(string name, string description, params string[] examples) : TrawlCommand(name, description, examples)
{
    protected sealed override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        try
        {
            using var access = AccessControl.Open(session.Settings.Settings.Home, session.Clock);
            return Task.FromResult(Execute(session, access, parsed));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RunStoreException)
        {
            return Task.FromResult(session.Refuse(new ApiError(ApiErrorKind.StoreFailed, error.Message)));
        }
    }

    protected abstract int Execute(CliSession session, AccessControl access, ParseResult parsed);

    /// <summary>Writes a change down and says what came of it.</summary>
    protected static int Done(CliSession session, AccessControl access, AccessProblem? problem, string action, string target, string said)
    {
        access.Audit.Append(Caller.Local, action, target, problem is null ? "done" : "failed", problem?.Message ?? "", "cli");
        if (problem is not null)
        {
            return Refuse(session, problem);
        }

        session.Talk.Say(said);
        return ExitCode.Ok;
    }

    protected static int Refuse(CliSession session, AccessProblem problem) => session.Refuse(new ApiError(
        problem.Kind switch
        {
            AccessProblemKind.NotFound => ApiErrorKind.NotFound,
            AccessProblemKind.Conflict => ApiErrorKind.Conflict,
            _ => ApiErrorKind.InvalidRequest,
        },
        problem.Message, problem.WayOut));

    protected static Argument<string> UserName() => new("NAME") { Description = $"The user's name: {Trawl.Access.Users.UserName.Rule}." };

    protected static Option<Role?> RoleOption() => new("--role")
    {
        Description = "What the user is there for; each role may do all that the one before it may.",
        HelpName = string.Join('|', Enum.GetNames<Role>()).ToLowerInvariant(),
    };
}
