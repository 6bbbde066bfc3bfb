using System.Security.Cryptography;
using Trawl.Api.Errors;
using Trawl.Model.Plans;
using Trawl.Recording.Redacting;
using Trawl.Storage.Durability;

namespace Trawl.Hosting.Home;

/// <summary>
/// Seals what runs must not write down, with a key of the home that only this user may read. The key is made when the
/// first plan needs it; a run that is resumed elsewhere needs it too.
/// </summary>
internal sealed class HomeSeal(HomeFolder home)
{
    private ValueSeal? _values;

    private string KeyFile => Path.Combine(home.Keys, "seal.key");

    /// <summary>Seals values of headers.</summary>
    /// <exception cref="IOException">The key can be neither read nor made.</exception>
    public ValueSeal Values => _values ??= new ValueSeal(File.Exists(KeyFile) ? Read() : Make());

    /// <summary>Seals what the plan names in URLs; null when it names nothing.</summary>
    public QuerySeal? UrlsOf(PipelinePlan plan) =>
        plan.Capture.RedactQuery.Count == 0 ? null : new QuerySeal(Values, plan.Capture.RedactQuery);

    /// <summary>Why URLs of a run cannot be brought into the form in which it has them; null when they can.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="urls">URLs of the run; read until one is sealed, and only where the plan seals any.</param>
    public ApiError? Check(PipelinePlan plan, IEnumerable<string> urls)
    {
        if (plan.Capture.RedactQuery.Count == 0 || urls.FirstOrDefault(ValueSeal.MayHold) is not { } url)
        {
            return null;
        }

        try
        {
            // No key is made here: it would be another one.
            var opened = File.Exists(KeyFile) ? UrlsOf(plan)!.Open(url) : null;
            return opened is not null ? null : Foreign($"this home has no key (\"{KeyFile}\")");
        }
        catch (CryptographicException)
        {
            return Foreign($"this home has another one (\"{KeyFile}\")");
        }
    }

    private static ApiError Foreign(string why) => new(
        ApiErrorKind.InvalidRequest,
        $"Parts of the run's URLs are sealed with the key of the home it was made in, and {why}.",
        "Bring the file keys/seal.key of that home here, or work in that home (--home).");

    private byte[] Read() => File.ReadAllBytes(KeyFile) is { Length: ValueSeal.KeySize } key
        ? key
        : throw new IOException($"The key file \"{KeyFile}\" is damaged: bring it back from a copy.");

    private byte[] Make()
    {
        DurableFolder.Create(home.Keys);
        var part = $"{KeyFile}.{Environment.ProcessId}.part";
        WritePart(part);
        try
        {
            File.Move(part, KeyFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(KeyFile))
        {
            // Another process was faster; its key is the home's.
            File.Delete(part);
        }

        DurableFolder.Flush(home.Keys);
        return Read();
    }

    private static void WritePart(string part)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(part, options);
        file.Write(RandomNumberGenerator.GetBytes(ValueSeal.KeySize));
        DurableFile.Flush(file);
    }
}
