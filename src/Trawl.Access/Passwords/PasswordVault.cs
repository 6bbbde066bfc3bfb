using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Trawl.Access.Passwords;

/// <summary>Hashes passwords with ASP.NET Core Identity's hasher (PBKDF2, HMAC-SHA-512).</summary>
internal sealed class PasswordVault
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet, 2023).</summary>
    private const int Iterations = 210_000;

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _nobody;

    public PasswordVault() => _nobody = new(() => Hash("nobody", "no password at all"));

    public string Hash(string user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult Verify(string user, string hash, string password) =>
        _hasher.VerifyHashedPassword(user, hash, password);

    /// <summary>Takes as long as for a user who exists, so that the time does not tell who does.</summary>
    public void VerifyNobody(string password) => Verify("nobody", _nobody.Value, password);
}
