using System.Text.Json;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Tests.Wire;

/// <summary>Workers in other languages leave out what is empty, as the protocol allows: it is read as empty and not as null.</summary>
public sealed class AbsentMembersTests
{
    [Fact]
    public void OfAnAnswer()
    {
        var answer = JsonSerializer.Deserialize("""{"items":[{"blob":1}]}""", WireJson.Plain.AnswerMeta)!;

        Assert.Empty(answer.Items.Single().Problems);
        Assert.Empty(answer.Requests);
        Assert.Empty(JsonSerializer.Deserialize("{}", WireJson.Plain.AnswerMeta)!.Items);
        Assert.Empty(JsonSerializer.Deserialize("""{"items":null}""", WireJson.Plain.AnswerMeta)!.Items);
    }

    [Fact]
    public void OfAGreetingAndAFetch()
    {
        Assert.Empty(JsonSerializer.Deserialize("{}", WireJson.Plain.OpenedMeta)!.Kinds);
        var fetch = JsonSerializer.Deserialize("""{"url":"http://a.example/"}""", WireJson.Plain.FetchMeta)!;
        Assert.Equal("GET", fetch.Method);
        Assert.Empty(fetch.Headers);
    }
}
