using System.Diagnostics;
using System.Globalization;
using Trawl.Ipc.Fuzz;

// usage: Trawl.Ipc.Fuzz [rings|segment|frames|all] [cases] [seed] [file for results]
// rings:   random writes over the memory of a ring between two guard pages, read by the real ring code
// segment: random writes over the whole segment of live connections, with honest peers beside them
// frames:  mutated frames with right checksums through every handler and decoder, with honest peers beside them
var kind = args.ElementAtOrDefault(0) ?? "all";
var cases = long.Parse(args.ElementAtOrDefault(1) ?? "1000000", CultureInfo.InvariantCulture);
var seed = int.Parse(args.ElementAtOrDefault(2) ?? "1", CultureInfo.InvariantCulture);
(string Name, Func<long, int, FuzzReport> Run)[] kinds = [("rings", RingFuzz.Run), ("segment", SegmentFuzz.Run), ("frames", FrameFuzz.Run)];
foreach (var (name, run) in kinds.Where(k => kind == "all" || kind == k.Name))
{
    var began = Stopwatch.GetTimestamp();
    var report = run(cases, seed);
    var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
    Console.WriteLine(FormattableString.Invariant($"{name}: {report} in {seconds:0.0} s, seed {seed}"));
    if (args.ElementAtOrDefault(3) is { } file) File.AppendAllText(file, report.ToJson(name, seed, seconds) + "\n");
}
