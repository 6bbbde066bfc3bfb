using System.Globalization;
using System.Text;
using Trawl.Selectors.Bench;

// usage: dotnet run -c Release --project bench/Trawl.Selectors.Bench -- <folder of pages> [rounds] [most pages]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length == 0)
{
    Console.Error.WriteLine("\"folder\" is missing: give a folder that holds .html files, at any depth.");
    return 2;
}

var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var most = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 300;
var files = Directory.GetFiles(args[0], "*.html", SearchOption.AllDirectories);
Array.Sort(files, StringComparer.Ordinal);
new SelectionRace(files.Take(most).Select(file => File.ReadAllText(file, Encoding.UTF8)).ToArray(), rounds).Run(Console.Out);
return 0;
