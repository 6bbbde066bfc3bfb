using System.Globalization;
using System.Text;
using Trawl.Html.Bench;

// usage: dotnet run -c Release --project bench/Trawl.Html.Bench -- <folder of pages> [rounds] [most pages]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("\"folder\" is missing: give a folder that holds .html files, at any depth.");
    return 2;
}

int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
int most = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
string[] files = Directory.GetFiles(args[0], "*.html", SearchOption.AllDirectories);
Array.Sort(files, StringComparer.Ordinal);
string[] pages = files.Take(most).Select(file => File.ReadAllText(file, Encoding.UTF8)).ToArray();
new ParseRace(pages, rounds).Run(Console.Out);
return 0;
