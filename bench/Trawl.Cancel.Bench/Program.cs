using System.Globalization;
using System.Text.Json;
using Trawl.Cancel.Bench;

// Usage: Trawl.Cancel.Bench [--count 500] [--seed 1] [--pages 240] [--samples FILE] [--page FILE]
// Ends runs from outside at random moments. With --samples the endings are added to a file, so that several calls make one
// series; with --page the page of figures is written from all of them.
var options = new Dictionary<string, string>();
for (var i = 0; i + 1 < args.Length; i += 2)
{
    options[args[i]] = args[i + 1];
}

int Number(string name, int usual) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

List<Ending> endings = [];
if (options.TryGetValue("--samples", out var file) && File.Exists(file))
{
    endings = JsonSerializer.Deserialize<List<Ending>>(File.ReadAllText(file))!;
}

await using var series = new EndingSeries(Number("--seed", 1), Number("--pages", 240));
await series.RunAsync(Number("--count", 500));
endings.AddRange(series.Endings);
if (file is not null)
{
    File.WriteAllText(file, JsonSerializer.Serialize(endings));
}

foreach (var fault in series.Faults)
{
    Console.Error.WriteLine(fault);
}

var page = new EndingPage(endings);
Console.WriteLine(page.Table());
Console.WriteLine(FormattableString.Invariant($"{series.Completed} runs that were ended came to their end with the dataset they must have."));
if (options.TryGetValue("--page", out var path))
{
    File.WriteAllText(path, page.Text());
}

return series.Faults.Count == 0 && page.Holds ? 0 : 1;
