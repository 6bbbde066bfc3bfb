using System.Globalization;
using Trawl.Warc.Bench;

// usage: dotnet run -c Release --project bench/Trawl.Warc.Bench -- make FILE RECORDS | read FILE | write FILE
//    | copy FROM TO LEVEL; race.sh and race-write.sh run all of it
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["make", var file, var count]: return BenchArchive.Make(file, int.Parse(count, CultureInfo.InvariantCulture));
    case ["read", var file]: return ReadWork.Run(file);
    case ["write", var file]: return WriteWork.Run(file);
    case ["copy", var from, var to, var level]: return CopyWork.Run(from, to, int.Parse(level, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine("Give one of: make FILE RECORDS, read FILE, write FILE, copy FROM TO LEVEL; or run race.sh.");
        return 2;
}
