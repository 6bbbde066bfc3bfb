#pragma warning disable MCP9005 // The newest revision deprecates what the suite still asks of older ones.
using ModelContextProtocol.Protocol;

namespace Trawl.Server.Tests.Assistants.Suite;

/// <summary>What the suite's tools ask of the client.</summary>
internal static class SuiteInputs
{
    public static ElicitRequestParams Defaults { get; } = Form(new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
    {
        ["name"] = new ElicitRequestParams.StringSchema { Default = "John Doe" },
        ["age"] = new ElicitRequestParams.NumberSchema { Type = "integer", Default = 30 },
        ["score"] = new ElicitRequestParams.NumberSchema { Default = 95.5 },
        ["status"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["active", "inactive", "pending"], Default = "active" },
        ["verified"] = new ElicitRequestParams.BooleanSchema { Default = true },
    });

    public static ElicitRequestParams Choices { get; } = Form(new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
    {
        ["untitledSingle"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["option1", "option2", "option3"] },
        ["titledSingle"] = new ElicitRequestParams.TitledSingleSelectEnumSchema { OneOf = Titled() },
#pragma warning disable MCP9001 // What the suite calls legacy is what it asks for.
        ["legacyEnum"] = new ElicitRequestParams.LegacyTitledEnumSchema { Enum = ["opt1", "opt2", "opt3"], EnumNames = ["One", "Two", "Three"] },
#pragma warning restore MCP9001
        ["untitledMulti"] = new ElicitRequestParams.UntitledMultiSelectEnumSchema { Items = new() { Enum = ["option1", "option2", "option3"] } },
        ["titledMulti"] = new ElicitRequestParams.TitledMultiSelectEnumSchema { Items = new() { AnyOf = Titled() } },
    });

    public static ElicitRequestParams Form(string field) => Form(
        new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition> { [field] = new ElicitRequestParams.StringSchema() });

    public static CreateMessageRequestParams Sampling(string text) => new()
    {
        Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = text }] }],
        MaxTokens = 100,
    };

    private static ElicitRequestParams Form(IDictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition> fields) =>
        new() { Message = "Please say.", RequestedSchema = new() { Properties = fields } };

    private static List<ElicitRequestParams.EnumSchemaOption> Titled() =>
    [
        new() { Const = "value1", Title = "First" }, new() { Const = "value2", Title = "Second" }, new() { Const = "value3", Title = "Third" },
    ];
}
