namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>Values that must never be found in a run's files.</summary>
internal static class Canaries
{
    public const string Query = "canary+query%2Bvalue";
    public const string Authorization = "canary-authorization";
    public const string Header = "canary-header";
    public const string Cookie = "canary-cookie";
    public const string SetCookie = "canary-set-cookie";
    public const string Answer = "canary-answer";
}
