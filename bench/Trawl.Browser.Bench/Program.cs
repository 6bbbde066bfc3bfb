using System.Diagnostics;
using System.Globalization;
using Trawl.Browser.Bench;
using Trawl.Demo.Scripted;

// usage: Trawl.Browser.Bench FOLDER-WITH-CRAWLEE [PRODUCTS] [ROUNDS] [REPORT]
//   the folder has node_modules of: npm install @crawlee/playwright@3.18.1 playwright-core@1.56.1
const int concurrency = 4;
if (args is not [var crawlee, ..]) throw new ArgumentException("usage: Trawl.Browser.Bench FOLDER-WITH-CRAWLEE [PRODUCTS] [ROUNDS] [REPORT]");
var products = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 48;
var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
var bound = TimeSpan.FromMinutes(5);
var here = AppContext.BaseDirectory;
var work = Directory.CreateTempSubdirectory("trawl-browser-bench-").FullName;
var chromium = args.Length > 4 ? args[4] : "/usr/bin/chromium";
File.Copy(Path.Combine(here, "crawlee.mjs"), Path.Combine(crawlee, "crawlee.mjs"), overwrite: true);
var trawl = Path.GetFullPath(Path.Combine(here, "..", "..", "Trawl.Cli", "release", "trawl"));

Contestant[] contestants =
[
    new("Crawlee", (shop, folder) => Accounting.Run(
        "node", ["crawlee.mjs", shop.BaseUrl, chromium, $"{concurrency}", Path.Combine(folder, "out.jsonl")], crawlee, bound),
        folder => Path.Combine(folder, "out.jsonl")),
    new("Trawl", (shop, folder) => Accounting.Run(
        trawl, ["run", Path.Combine(here, "shop.yaml"), "--home", Path.Combine(folder, "home"), "--browser", chromium,
            "--set", $"site={shop.BaseUrl}", "--set", $"partner={shop.PartnerHost}", "--json"], folder, bound),
        folder => Directory.EnumerateFiles(Path.Combine(folder, "home", "runs"), "product.jsonl", SearchOption.AllDirectories).Single()),
];

var readings = contestants.ToDictionary(c => c, _ => new List<Reading>());
for (var round = 1; round <= rounds; round++)
{
    foreach (var contestant in contestants)
    {
        await using var shop = await ScriptShop.StartAsync(new ScriptShopOptions { Products = products });
        var folder = Directory.CreateDirectory(Path.Combine(work, $"{contestant.Name}-{round}")).FullName;
        var reading = contestant.Run(shop, folder);
        var problem = reading.ExitCode != 0 ? $"exit code {reading.ExitCode}" : Contestant.Problem(contestant.Output(folder), shop);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"round {round}  {contestant.Name,-8}  {reading.Wall.TotalSeconds,6:0.0} s  {reading.Cpu.TotalSeconds,6:0.0} s CPU  {problem ?? "every field right"}"));
        if (problem is not null) return 1;
        readings[contestant].Add(reading);
    }
}

var (rival, own) = (BenchReport.Median(readings[contestants[0]]), BenchReport.Median(readings[contestants[1]]));
var report = BenchReport.Write(rival, own, products, rounds, concurrency, Version(chromium));
Console.WriteLine(report);
if (args.Length > 3) File.WriteAllText(args[3], report);
Directory.Delete(work, recursive: true);
return own.Wall <= rival.Wall ? 0 : 1;

static string Version(string chromium)
{
    using var process = Process.Start(new ProcessStartInfo(chromium, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    return process.StandardOutput.ReadToEnd().Split(" built")[0].Trim();
}
