namespace Trawl.Pipelines.Syntax;

/// <summary>Says in a user's words what the YAML parser says in its own.</summary>
internal static class YamlMessages
{
    private static readonly (string Part, string Words)[] _known =
    [
        ("found character that cannot start any token", "A value cannot begin with this character."),
        ("did not find expected key", "The indentation does not fit the lines above, or a key is missing."),
        ("did not find expected '-' indicator", "The indentation does not fit the list above."),
        ("Mapping values are not allowed in this context", "A \": \" stands inside a value that has no quotes."),
        ("While scanning a simple key, could not find expected ':'", "A key stands here without \": \" and a value."),
        ("found unexpected end of stream", "A quote or bracket is never closed."),
        ("While scanning a quoted scalar", "A quoted value is never closed, or breaks off."),
        ("found unknown escape character",
            "An escape in double quotes is unknown; single quotes take everything as it is."),
        ("While parsing a flow", "A \",\", \"]\" or \"}\" is missing."),
    ];

    public static string Explain(string message)
    {
        foreach (var (part, words) in _known)
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase)) return words;
        return $"The text is not YAML: {message.TrimEnd('.')}.";
    }
}
