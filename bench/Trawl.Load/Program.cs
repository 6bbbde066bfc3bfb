using Trawl.Load;
using Trawl.Load.Commands;

const string Usage = """
    Usage: Trawl.Load COMMAND [--name value]... [--json FILE]
      memory      resident memory of a long crawl       [--urls 1000000] [--children 2] [--hosts 8] [--page-bytes 4096]
      opening     time to open a run after a kill       [--urls 1000000] [--rounds 5]
      hosts       cost of choosing the next request     [--hosts 10000] [--queued 100000] [--dispatches 50000]
      durability  the same crawl with and without fsync [--pages 20000] [--links 27] [--rounds 5] [--page-bytes 4096]

    With the published tool (./build.sh publish) and nginx, on a folder of pages (the PostgreSQL manual of the test data):
      capture     the same crawl with and without recording [--pages FOLDER] [--rounds 9] [--concurrency 16]
      replay      a recorded crawl and its replay           [--pages FOLDER] [--rounds 7] [--concurrency 16]
      recorded    select and replay --with on all pages     [--pages FOLDER] [--rounds 5] [--concurrency 16]
    """;

var arguments = new Arguments(args);
Report? report = arguments.Command switch
{
    "memory" => await new MemoryLoad(arguments).RunAsync(),
    "opening" => await new OpeningLoad(arguments).RunAsync(),
    "die" => await OpeningVictim.RunAsync(arguments),
    "hosts" => await new HostsLoad(arguments).RunAsync(),
    "durability" => await new DurabilityLoad(arguments).RunAsync(),
    "capture" => await new CaptureLoad(arguments).RunAsync(),
    "replay" => await new ReplayLoad(arguments).RunAsync(),
    "recorded" => await new RecordedLoad(arguments).RunAsync(),
    _ => null,
};
if (report is null)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

report.Print(Console.Out);
if (arguments.Text("json") is { } file)
{
    report.Save(file);
}

return report.Holds ? 0 : 1;
