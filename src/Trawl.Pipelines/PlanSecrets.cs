using System.Text;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines;

/// <summary>
/// Fills in the <c>${env:…}</c> that a plan's headers keep unresolved, so that no secret is stored with the plan.
/// </summary>
public static class PlanSecrets
{
    /// <summary>
    /// Replaces each <c>${env:NAME}</c> and <c>${env:NAME:-default}</c>; <c>$${</c> becomes <c>${</c>.
    /// </summary>
    /// <param name="value">A header value of a plan.</param>
    /// <param name="environment">Looks up an environment variable; null when it is not set.</param>
    /// <returns>The value to send.</returns>
    /// <exception cref="KeyNotFoundException">
    /// A variable is not set and has no default; the message names it.
    /// </exception>
    public static string Resolve(string value, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(environment);
        var made = new StringBuilder();
        int at = 0;
        while (Placeholder.Next(value, at) is { } found)
        {
            made.Append(value, at, found.Start - at).Append(Replace(value, found, environment));
            at = found.Start + found.Length;
        }

        return made.Append(value, at, value.Length - at).ToString();
    }

    private static string Replace(string value, Placeholder found, Func<string, string?> environment) =>
        found.Kind switch
    {
        PlaceholderKind.Escape => "${",
        PlaceholderKind.Environment => environment(found.Name) ?? found.Default ?? throw new KeyNotFoundException(
            $"The environment variable \"{found.Name}\" is not set; set it or write it into the .env file."),
        _ => value.Substring(found.Start, found.Length),
    };
}
