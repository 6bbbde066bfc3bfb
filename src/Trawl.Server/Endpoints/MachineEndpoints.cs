using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Api;
using Trawl.Api.Machine;
using Trawl.Api.Settings;
using Trawl.Server.Answers;

namespace Trawl.Server.Endpoints;

/// <summary>The machine and the process: what there is, and what was set.</summary>
internal static class MachineEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/governor", async (ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<GovernorReport>)await client.ShowGovernorAsync(new ShowGovernorRequest(), cancel)).Needs(Right.Read, "governor.show");

        api.MapGet("/settings", async (ITrawlClient client, CancellationToken cancel) =>
            (JsonAnswer<ListSettingsResponse>)await client.ListSettingsAsync(new ListSettingsRequest(), cancel)).Needs(Right.Administer, "setting.list");
    }
}
