using Trawl.Storage.Bench;
using Trawl.Storage.Sqlite;

// Usage: Trawl.Storage.Bench [pages] [outcomes a commit] [links a page]
var pages = Argument(0, 10_000);
var outcomes = Argument(1, 50);
var links = Argument(2, 27);
Console.WriteLine($"{SqliteEngine.Describe()}; commits of {outcomes} outcomes with {links} links each");
await RunAsync("warm-up", Math.Min(pages, 2_000), durable: false);
await RunAsync("durable", pages, durable: true);
await RunAsync("not durable", pages, durable: false);

int Argument(int index, int otherwise) =>
    args.Length > index && int.TryParse(args[index], out var value) ? value : otherwise;

async Task RunAsync(string name, int count, bool durable)
{
    var folder = Directory.CreateTempSubdirectory("trawl-bench-").FullName;
    try
    {
        var workload = new Workload(count, outcomes, links, durable);
        Console.WriteLine($"{name,-12} {await workload.RunAsync(folder)}");
        Console.WriteLine($"{"  publishing",-12} {await workload.PublishAsync(folder)}");
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
