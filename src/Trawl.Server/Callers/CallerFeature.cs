using Microsoft.AspNetCore.Http;
using Trawl.Access;

namespace Trawl.Server.Callers;

/// <summary>The caller of a request, for what handles it.</summary>
internal static class CallerFeature
{
    public static void SetCaller(this HttpContext http, Caller? caller) => http.Features.Set(caller);

    /// <summary>Who calls; null for nobody, on endpoints that are open.</summary>
    public static Caller? FindCaller(this HttpContext http) => http.Features.Get<Caller>();

    /// <summary>Who calls, on endpoints that need a right.</summary>
    public static Caller Caller(this HttpContext http) =>
        http.FindCaller() ?? throw new InvalidOperationException("An endpoint that needs a right was reached by nobody.");
}
