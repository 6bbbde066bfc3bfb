using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Trawl.Access.Users;
using Trawl.Server.Callers;
using Trawl.Server.Endpoints;

namespace Trawl.Server.Describing;

/// <summary>The API's description (OpenAPI 3.1), made from the endpoints themselves.</summary>
internal static class ApiDescription
{
    public const string Path = "/api/v1/openapi.json";

    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Trawl",
                Version = "v1",
                Description = "Everything a door can ask of Trawl. Refusals are problem details (RFC 9457) with a way out.",
            };
            // Where it listens is no part of what it can do.
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsRight>().First().Right;
            operation.Description = needs == Right.None ? "Open to everybody." : $"Needs the right to {string.Join(", ", Rights.Names(needs))}.";
            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app) => app.MapOpenApi(Path).WithMetadata(new NeedsRight(Right.None)).WithName("api.describe");
}
