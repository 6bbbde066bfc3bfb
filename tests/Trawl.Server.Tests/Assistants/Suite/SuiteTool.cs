using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Tests.Assistants.Suite;

internal delegate ValueTask<CallToolResult> SuiteTool(RequestContext<CallToolRequestParams> call, CancellationToken cancel);
