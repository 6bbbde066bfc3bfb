using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Trawl.Fetch.Connections;

/// <summary>Says in words what is wrong with a server's certificate; the handler's own message does not.</summary>
internal sealed class CertificateCheck(X509Certificate2Collection roots)
{
    /// <exception cref="CertificateRejectedException">The certificate is not to be trusted.</exception>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (certificate is not X509Certificate2 leaf || chain is null)
        {
            throw new CertificateRejectedException("the server sent no certificate");
        }

        var reasons = new List<string>(2);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) reasons.Add(WrongName(sender, leaf));
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)) AddChainProblems(leaf, chain, reasons);
        return reasons.Count == 0 ? true : throw new CertificateRejectedException(string.Join("; ", reasons));
    }

    private static string WrongName(object sender, X509Certificate2 leaf)
    {
        var wanted = (sender as SslStream)?.TargetHostName ?? "";
        var names = new List<string>();
        foreach (var extension in leaf.Extensions)
        {
            if (extension is not X509SubjectAlternativeNameExtension alternative) continue;
            names.AddRange(alternative.EnumerateDnsNames().Take(5));
            names.AddRange(alternative.EnumerateIPAddresses().Take(5).Select(address => address.ToString()));
        }

        var held = names.Count == 0 ? "no host at all" : string.Join(", ", names);
        return $"the certificate is for {held} and not for \"{wanted}\"";
    }

    private void AddChainProblems(X509Certificate2 leaf, X509Chain chain, List<string> reasons)
    {
        var flags = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        const X509ChainStatusFlags unknownIssuer =
            X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        if ((flags & X509ChainStatusFlags.NotTimeValid) != 0) reasons.Add(OutOfTime(chain));
        if ((flags & unknownIssuer) != 0 && !LeadsToOwnRoot(leaf, chain)) reasons.Add(Untrusted(leaf));
        var rest = flags & ~(unknownIssuer | X509ChainStatusFlags.NotTimeValid);
        if (rest != 0) reasons.Add($"the certificate's chain is invalid ({rest})");
    }

    private static string OutOfTime(X509Chain chain)
    {
        foreach (var element in chain.ChainElements)
        {
            if (!element.ChainElementStatus.Any(s => s.Status == X509ChainStatusFlags.NotTimeValid)) continue;
            var certificate = element.Certificate;
            return chain.ChainPolicy.VerificationTime < certificate.NotBefore
                ? $"the certificate is not valid before {Date(certificate.NotBefore)}"
                : $"the certificate expired on {Date(certificate.NotAfter)}";
        }

        return "the certificate is out of its time";
    }

    private bool LeadsToOwnRoot(X509Certificate2 leaf, X509Chain seen)
    {
        if (roots.Count == 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        // Dates are judged on the first chain and would be reported twice.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        foreach (var element in seen.ChainElements)
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(leaf);
    }

    private static string Untrusted(X509Certificate2 leaf) =>
        leaf.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData)
            ? "the certificate is self-signed"
            : $"the certificate was issued by \"{leaf.Issuer}\", which this machine does not trust";

    private static string Date(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
