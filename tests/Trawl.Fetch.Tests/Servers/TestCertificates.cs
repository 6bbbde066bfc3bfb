using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Trawl.Fetch.Tests.Servers;

/// <summary>Certificates made for one test run: an authority of our own and what it signs.</summary>
public static class TestCertificates
{
    private static readonly DateTimeOffset s_past = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_future = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Authority { get; } = MakeAuthority();

    public static X509Certificate2 Good() => Signed("127.0.0.1", s_past, s_future);

    public static X509Certificate2 Expired() => Signed("127.0.0.1", s_past, s_past.AddDays(30));

    public static X509Certificate2 ForOtherHost() => Signed("shop.example", s_past, s_future);

    public static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Loadable(Request("127.0.0.1", key).CreateSelfSigned(s_past, s_future));
    }

    private static X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return Loadable(request.CreateSelfSigned(s_past, s_future));
    }

    private static X509Certificate2 Signed(string host, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Request(host, key).Create(Authority, from, until, RandomNumberGenerator.GetBytes(8));
        return Loadable(bare.CopyWithPrivateKey(key));
    }

    private static CertificateRequest Request(string host, ECDsa key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Loadable(X509Certificate2 made) =>
        X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
}
