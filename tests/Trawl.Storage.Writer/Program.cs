using System.Diagnostics;
using Trawl.Engine.Crash;
using Trawl.Storage.Writer;

// Usage: Trawl.Storage.Writer <run folder> [<crash point> <n>]: dies by itself at the n-th time it reaches the point.
if (args.Length > 2)
{
    var point = Enum.Parse<CrashPoint>(args[1]);
    var left = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
    CrashPoints.OnReached = reached =>
    {
        if (reached == point && Interlocked.Decrement(ref left) == 0)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    };
}

await new Crawl(args[0]).RunAsync();
