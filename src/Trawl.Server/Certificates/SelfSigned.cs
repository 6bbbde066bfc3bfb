using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Trawl.Server.Certificates;

/// <summary>A certificate that the server signs itself, kept in the home so that callers can trust it once.</summary>
public static class SelfSigned
{
    private static readonly TimeSpan s_life = TimeSpan.FromDays(365);
    private static readonly TimeSpan s_renew = TimeSpan.FromDays(30);

    /// <summary>Reads the certificate, or makes it when there is none or it is about to end.</summary>
    /// <param name="path">A PKCS #12 file; readable by its owner alone.</param>
    /// <param name="names">Host names and addresses it is for.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static X509Certificate2 ReadOrMake(string path, IReadOnlyList<string> names, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (File.Exists(path))
        {
            var known = X509CertificateLoader.LoadPkcs12FromFile(path, null);
            if (known.NotAfter.ToUniversalTime() - now > s_renew && names.All(n => known.MatchesHostname(n)))
            {
                return known;
            }

            known.Dispose();
        }

        using var made = Make(names, now);
        var bytes = made.Export(X509ContentType.Pkcs12);
        Write(path, bytes);
        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }

    private static X509Certificate2 Make(IReadOnlyList<string> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddHours(-1), now + s_life);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(bytes);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
