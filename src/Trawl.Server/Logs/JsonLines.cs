using System.Globalization;
using System.Text;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace Trawl.Server.Logs;

/// <summary>One JSON object a line: <c>time</c>, <c>level</c>, <c>room</c>, <c>message</c>, then the event's own fields.</summary>
internal sealed class JsonLines : ITextFormatter
{
    private static readonly HashSet<string> s_known = ["SourceContext", "ConnectionId", "RequestId", "RequestPath", "EventId"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", LogFields.Level(logEvent));
            json.WriteString("room", LogFields.Room(logEvent));
            json.WriteString("message", LogFields.Message(logEvent));
            foreach (var (name, _) in logEvent.Properties.Where(p => !s_known.Contains(p.Key)))
            {
                json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(name), LogFields.Text(logEvent, name));
            }

            if (logEvent.Exception is { } error)
            {
                json.WriteString("exception", error.ToString());
            }

            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }
}
