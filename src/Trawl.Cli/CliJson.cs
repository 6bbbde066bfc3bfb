using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trawl.Access.Audit;
using Trawl.Access.Tokens;
using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Schedules;
using Trawl.Api.Serialization;
using Trawl.Cli.Commands;
using Trawl.Cli.Commands.Schedules;
using Trawl.Cli.Summaries;
using Trawl.Model.Drift;
using Trawl.Hosting.Plugins;
using Trawl.Ipc;
using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Cli;

/// <summary>The JSON of documents that are the CLI's own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(CamelCaseEnums<ApiErrorKind>),
        typeof(CamelCaseEnums<RunState>),
        typeof(CamelCaseEnums<RequestState>),
        typeof(CamelCaseEnums<CheckVerdict>),
        typeof(CamelCaseEnums<Role>),
        typeof(CamelCaseEnums<Right>),
        typeof(CamelCaseEnums<DriftKind>),
        typeof(CamelCaseEnums<DriftState>),
        typeof(CamelCaseEnums<IpcTransport>),
    ])]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(RunOutcome))]
[JsonSerializable(typeof(ConfigDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(VersionDocument))]
[JsonSerializable(typeof(InitDocument))]
[JsonSerializable(typeof(ValidateDocument))]
[JsonSerializable(typeof(IReadOnlyList<User>))]
[JsonSerializable(typeof(IReadOnlyList<ApiToken>))]
[JsonSerializable(typeof(IReadOnlyList<AuditEntry>))]
[JsonSerializable(typeof(AuditVerdict))]
[JsonSerializable(typeof(PluginsDocument))]
[JsonSerializable(typeof(PluginVerdict))]
[JsonSerializable(typeof(IpcTopDocument))]
[JsonSerializable(typeof(NewPlugin))]
[JsonSerializable(typeof(ScheduleDocument[]))]
[JsonSerializable(typeof(NextTime[]))]
[JsonSerializable(typeof(FiringInfo[]))]
internal sealed partial class CliJson : JsonSerializerContext
{
    private static CliJson? s_readable;

    /// <summary>Letters outside ASCII stand as themselves.</summary>
    public static CliJson Readable => s_readable ??= new CliJson(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
