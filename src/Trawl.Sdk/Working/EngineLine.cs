using System.Text.Json;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>The line on standard input that says where the engine is. The stream stays open: its end is the engine's end.</summary>
internal static class EngineLine
{
    private const int Longest = 4096;

    /// <summary>The line; null when there is none, as when a person starts the worker.</summary>
    public static WorkerStart? Read(Stream input)
    {
        if (!Console.IsInputRedirected) return null;
        var line = new byte[Longest];
        var length = 0;
        // Byte by byte: a buffered reader would take what is not ours, and block for it.
        while (length < line.Length && input.ReadByte() is var next and >= 0 && next != '\n') line[length++] = (byte)next;
        try
        {
            var start = JsonSerializer.Deserialize(line.AsSpan(0, length), WireJson.Plain.WorkerStart);
            if (start is { Socket: not null, Token.Length: 32 }) WatchEngine(input);
            return start is { Socket: not null, Token.Length: 32 } ? start : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Ends this process when the engine's does, whatever it is doing: a call that never ends would not notice a closed
    /// connection.
    /// </summary>
    private static void WatchEngine(Stream input) =>
        new Thread(() =>
        {
            try
            {
                while (input.ReadByte() >= 0)
                {
                }
            }
            catch (IOException)
            {
                // The pipe is broken: the engine is gone.
            }

            Environment.Exit(0);
        })
        { IsBackground = true, Name = "trawl engine watch" }.Start();
}
