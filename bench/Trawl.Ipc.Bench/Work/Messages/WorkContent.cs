using System.Text;
using System.Text.Json;

namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>What is said in the workload, the same for every rival and language: made from one seed, handed over as a file.</summary>
internal sealed record WorkContent(
    ChatRequest Request,
    ChatRequest StreamRequest,
    string Answer,
    string[] Deltas,
    ToolCall ToolCall,
    ToolCall FailingCall)
{
    private const int Messages = 10, PieceCount = 256, MessageCharacters = 620, AnswerCharacters = 700;

    private static readonly string[] s_words =
    [
        "the", "pipeline", "page", "record", "of", "and", "a", "request", "to", "is", "frontier", "in", "that", "it", "was",
        "selector", "with", "price", "as", "committed", "field", "host", "on", "be", "attempt", "retry", "from", "export",
    ];

    internal static void Save(string file) => File.WriteAllText(file, JsonSerializer.Serialize(Make(), WorkJson.Default.WorkContent));

    internal static WorkContent Load(string file) => JsonSerializer.Deserialize(File.ReadAllText(file), WorkJson.Default.WorkContent)!;

    private static WorkContent Make()
    {
        var chance = new Random(20);
        // One message in ten is not ASCII, as where people write their own language.
        var messages = Enumerable.Range(0, Messages).Select(i => new ChatMessage(
            i == 0 ? "system" : i % 2 == 1 ? "user" : "assistant",
            Text(chance, MessageCharacters) + (i == 3 ? " Größe naïve “Zitat” — 価格 ✓" : ""))).ToArray();
        var request = new ChatRequest(0, "local-large-2026-10", 0.7, 1024, messages);
        var deltas = Enumerable.Range(0, PieceCount).Select(_ => " " + s_words[chance.Next(s_words.Length)]).ToArray();
        return new WorkContent(
            request, request with { Messages = messages[..2] }, Text(chance, AnswerCharacters), deltas, Call("search_records"), Call("fail"));
    }

    private static ToolCall Call(string name) => new("call_8f14e45fceea167a", name,
    [
        new("query", "price < 20 and in_stock and category = \"notebooks\""), new("dataset", "books"), new("limit", "25"),
        new("order_by", "price ascending"), new("fields", "sku,title,price,url,tags"),
    ]);

    private static string Text(Random chance, int characters)
    {
        var text = new StringBuilder();
        while (text.Length < characters) text.Append(s_words[chance.Next(s_words.Length)]).Append(chance.Next(12) == 0 ? ".\n" : " ");
        return text.ToString(0, characters);
    }
}
