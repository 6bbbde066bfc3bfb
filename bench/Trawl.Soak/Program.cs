using System.Globalization;
using Trawl.Soak;

// Usage: Trawl.Soak [--minutes 3] [--seed 1] [--browser yes] [--page FILE]
// A server lives with friendly, hostile and browser sites, with kills, stops and cancellations, for as long as asked. Exit code
// 1 when a dataset was not that of a clean run, a run did not end, or memory, handles, threads or scratch files grew.
var options = new Dictionary<string, string>();
for (var i = 0; i + 1 < args.Length; i += 2)
{
    options[args[i]] = args[i + 1];
}

string Value(string name, string usual) => options.GetValueOrDefault(name, usual);
var plan = new SoakPlan(
    TimeSpan.FromMinutes(double.Parse(Value("--minutes", "3"), CultureInfo.InvariantCulture)),
    int.Parse(Value("--seed", "1"), CultureInfo.InvariantCulture),
    Value("--browser", "no") == "yes");

await using var sites = await SoakSites.StartAsync(plan.WithBrowser);
await using var soak = new SoakRun(plan, sites);
await soak.RunAsync();
var page = new SoakPage(plan, soak);
Console.WriteLine(page.Text());
if (options.TryGetValue("--page", out var path))
{
    File.WriteAllText(path, page.Text());
}

return page.Faults.Count == 0 ? 0 : 1;
