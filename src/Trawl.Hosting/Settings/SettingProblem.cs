namespace Trawl.Hosting.Settings;

/// <summary>A setting that cannot be used.</summary>
/// <param name="Origin">Where it stands, as in <see cref="SettingValue.Origin"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">The way out.</param>
public sealed record SettingProblem(string Origin, string Message, string Fix)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Origin}: {Message} {Fix}";
}
