namespace Trawl.Server.Answers;

/// <summary>A kind of problem: its name never changes.</summary>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is no such thing");
    public static readonly ProblemKind InvalidPipeline = new("invalid-pipeline", 422, "The pipeline has errors");
    public static readonly ProblemKind InvalidRequest = new("invalid-request", 400, "The call is wrong");
    public static readonly ProblemKind Conflict = new("conflict", 409, "The state does not allow it");
    public static readonly ProblemKind PreconditionFailed = new("precondition-failed", 412, "Somebody else changed it");
    public static readonly ProblemKind PreconditionRequired = new("precondition-required", 428, "The call must say what it changes");
    public static readonly ProblemKind Unavailable = new("unavailable", 503, "Not possible now");
    public static readonly ProblemKind StoreFailed = new("store-failed", 507, "The disk refused");
    public static readonly ProblemKind Internal = new("internal", 500, "An error inside Trawl");
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "Nobody is signed in");
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The caller may not do this");
    public static readonly ProblemKind WrongHost = new("wrong-host", 421, "Not called by a name of this server");
    public static readonly ProblemKind TooMany = new("too-many-requests", 429, "Too many requests");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The body is too large");
    public static readonly ProblemKind WrongType = new("wrong-media-type", 415, "The body is not JSON");
    public static readonly ProblemKind WrongMethod = new("wrong-method", 405, "The path does not know the method");

    /// <summary>What Kestrel and routing answer by status alone.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => WrongMethod,
        412 => PreconditionFailed,
        413 => TooLarge,
        415 => WrongType,
        428 => PreconditionRequired,
        429 => TooMany,
        >= 500 => Internal,
        _ => InvalidRequest,
    };
}
