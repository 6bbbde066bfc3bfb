using System.Globalization;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Steps.Bench;
using Trawl.Web.Urls;

// usage: dotnet run -c Release --project bench/Trawl.Steps.Bench -- <folder of pages> [rounds] [most pages]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("\"folder\" is missing: give a folder that holds .html files, at any depth.");
    return 2;
}

int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
int most = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
string root = Path.GetFullPath(args[0]);
string[] files = Directory.GetFiles(root, "*.html", SearchOption.AllDirectories);
Array.Sort(files, StringComparer.Ordinal);
FetchedPage[] pages = [.. files.Take(most).Select(Load)];
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{pages.Length} pages, {pages.Sum(page => page.Response.BodyLength) / 1024.0 / pages.Length:N1} KiB each"));
new PageRace(pages, rounds).Run(Console.Out);
return 0;

FetchedPage Load(string file)
{
    byte[] body = File.ReadAllBytes(file);
    string path = Path.GetRelativePath(root, file).Replace('\\', '/');
    var response = new FetchResult
    {
        Status = 200,
        Headers = [new FetchHeader("Content-Type", "text/html")],
        Body = body,
        BodyLength = body.Length,
        StartedAt = DateTimeOffset.UnixEpoch,
    };
    return new FetchedPage(WebUrl.Parse("http://site.test/" + Uri.EscapeDataString(path).Replace("%2F", "/")), response, 32 << 20);
}
