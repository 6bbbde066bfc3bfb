namespace Trawl.Demo.Data;

internal sealed record Review(string Id, string Author, DateOnly Date, int Stars, string Text);
