using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Engine.Seams.Pages;

namespace Trawl.Hosting.Fixtures;

/// <summary>One test case on disk.</summary>
/// <param name="Folder">Its folder.</param>
internal sealed record Fixture(string Folder)
{
    public string Name => Path.GetFileName(Folder);

    /// <summary>Writes a test case, replacing one of that name.</summary>
    public IReadOnlyList<string> Write(string head, byte[] body, string? contentType, JsonObject expected)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.GetFiles(Folder, FixtureFiles.Body + ".*"))
        {
            File.Delete(old);
        }

        var name = FixtureFiles.BodyName(contentType);
        File.WriteAllText(Path.Combine(Folder, FixtureFiles.Head), head);
        File.WriteAllBytes(Path.Combine(Folder, name), body);
        Expect(expected);
        return [FixtureFiles.Head, name, FixtureFiles.Expected];
    }

    public void Expect(JsonObject expected) =>
        File.WriteAllText(Path.Combine(Folder, FixtureFiles.Expected), Expectation.Write(expected));

    /// <exception cref="FormatException">A file is not what it should be.</exception>
    /// <exception cref="IOException">A file is missing.</exception>
    public FetchedPage ReadPage(long maxBody)
    {
        var body = Directory.GetFiles(Folder, FixtureFiles.Body + ".*") is [var file]
            ? file
            : throw new FormatException($"\"{Folder}\" must hold one file \"{FixtureFiles.Body}.*\".");
        var head = Path.Combine(Folder, FixtureFiles.Head);
        try
        {
            return PageFile.Read(File.ReadAllText(head, Encoding.UTF8), File.ReadAllBytes(body), maxBody);
        }
        catch (FormatException error)
        {
            throw new FormatException($"\"{head}\": {error.Message}", error);
        }
    }

    /// <exception cref="FormatException">It is no JSON object.</exception>
    /// <exception cref="IOException">The file is missing.</exception>
    public JsonObject ReadExpected()
    {
        var path = Path.Combine(Folder, FixtureFiles.Expected);
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new FormatException($"\"{path}\" is no JSON object.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"\"{path}\": {error.Message}", error);
        }
    }
}
