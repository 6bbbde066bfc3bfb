using System.Globalization;
using Books;

// usage: Books.CSharp SITE [KEY]
//   SITE  where the demo shop is open: http://127.0.0.1:PORT
//   KEY   a name for this run: the same key goes on with the same run, after a kill too
if (args.Length is not (1 or 2))
{
    Console.Error.WriteLine("usage: Books.CSharp SITE [KEY]");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

try
{
    var run = args is [var site, var key]
        ? await BooksRun.GoOnAsync(site, key, stop.Token)
        : await BooksRun.AnewAsync(args[0], stop.Token);
    Console.WriteLine($"{run.Run.RunId} {run.Run.State}");
    foreach (var (type, count) in run.Records)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {type}"));
    }

    foreach (var output in run.Outputs)
    {
        Console.WriteLine(output.Path);
    }

    return 0;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. The same command with the same key goes on.");
    return 130;
}
