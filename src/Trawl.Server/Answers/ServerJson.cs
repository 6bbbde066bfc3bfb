using System.Text.Json.Serialization;
using Trawl.Server.Endpoints.Bodies;
using Trawl.Server.Health;

namespace Trawl.Server.Answers;

/// <summary>JSON of what the server adds to the API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(OnceBody))]
[JsonSerializable(typeof(CallerView))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(UserList))]
[JsonSerializable(typeof(NewUserBody))]
[JsonSerializable(typeof(ChangeUserBody))]
[JsonSerializable(typeof(TokenView))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(NewTokenBody))]
[JsonSerializable(typeof(NewTokenView))]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(AuditCheck))]
[JsonSerializable(typeof(ServerInfo))]
[JsonSerializable(typeof(StopBody))]
[JsonSerializable(typeof(ReplayBody))]
[JsonSerializable(typeof(ResumeBody))]
[JsonSerializable(typeof(TryBody))]
[JsonSerializable(typeof(SavePipelineBody))]
[JsonSerializable(typeof(StartSavedBody))]
[JsonSerializable(typeof(double))]
internal sealed partial class ServerJson : JsonSerializerContext;
