namespace Trawl.Api.Errors;

/// <summary>Whose fault a refused call is, and so what can be done about it.</summary>
public enum ApiErrorKind
{
    /// <summary>No run of that name, or nothing of that kind in it.</summary>
    NotFound,

    /// <summary>The pipeline has errors; <see cref="ApiError.Diagnostics"/> holds all of them.</summary>
    InvalidPipeline,

    /// <summary>The call itself is wrong: a value that cannot be, or that contradicts another.</summary>
    InvalidRequest,

    /// <summary>The call is fine and the state of the run does not allow it.</summary>
    Conflict,

    /// <summary>Not possible now: another process owns the home and does not answer. Trying later may help.</summary>
    Unavailable,

    /// <summary>The disk refused: full, read-only, or failing. Nothing that was reported as done is lost.</summary>
    StoreFailed,

    /// <summary>A bug.</summary>
    Internal,
}
