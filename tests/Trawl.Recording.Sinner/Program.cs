using Trawl.Recording.Replaying;
using Trawl.Recording.Sinner;
using Trawl.Recording.Tests.Support;

// record SIN: prints the run's folder. replay SIN FOLDER SCRATCH: prints the first difference, or "same".
var run = new RecordedRun("http://a.test/");
run.Web.On("http://a.test/", string.Join(' ', Enumerable.Range(1, 40).Select(i => $"/p/{i}")));
for (var i = 1; i <= 40; i++)
{
    run.Web.On($"http://a.test/p/{i}", $"page {i} of words that stand in some order /q/{i % 5}");
}

var pages = new SinfulPages(run, Sins.Of(args[1]));
if (args[0] == "record")
{
    await run.RunAsync(pages: pages);
    Console.WriteLine(run.Folder);
    return;
}

var outcome = await new RunReplay(new ReplayOptions { RecordedFolder = args[2], ScratchFolder = args[3], Pages = _ => pages, Seed = 0, Concurrency = 8 })
    .RunAsync(CancellationToken.None);
run.Dispose();
Console.WriteLine(outcome.Divergence is { } difference ? difference.ToString() : "same");
