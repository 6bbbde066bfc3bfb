using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Server.Endpoints;

namespace Trawl.Server.Assistants;

/// <summary>Where assistants call. Who may read may come in; each tool asks for the right it needs.</summary>
internal static class McpEndpoints
{
    public const string Path = "/mcp";
    public const string SocketPath = "/mcp/ws";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Path, (HttpContext http, McpHttp mcp) => mcp.PostAsync(http)).Needs(Right.Read, "mcp.post").ExcludeFromDescription();
        app.MapGet(Path, (HttpContext http, McpHttp mcp) => mcp.GetAsync(http)).Needs(Right.Read, "mcp.stream").ExcludeFromDescription();
        app.MapDelete(Path, (HttpContext http, McpHttp mcp) => mcp.DeleteAsync(http)).Needs(Right.Read, "mcp.end").ExcludeFromDescription();
        app.MapGet(SocketPath, (HttpContext http, McpSockets sockets) => sockets.OpenAsync(http)).Needs(Right.Read, "mcp.socket").ExcludeFromDescription();
    }
}
