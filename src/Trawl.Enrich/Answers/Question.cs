using System.Security.Cryptography;
using System.Text;
using Trawl.Model.Plans;

namespace Trawl.Enrich;

/// <summary>A question, by which its answer is known again.</summary>
/// <param name="Who">Who is asked, as people know it: <c>rates/convert</c>.</param>
/// <param name="Asked">What is asked, JSON without secrets.</param>
/// <param name="Place">Where it arose: the page, and the place within the work on it.</param>
/// <param name="Owner">Whose budget pays for it: <c>tools.rates</c>, <c>models.writer</c>.</param>
/// <param name="Budget">That budget.</param>
public sealed record Question(string Who, string Asked, string Place, string Owner, AnswerBudget Budget)
{
    /// <summary>Names the question where it arose.</summary>
    internal byte[] Key => Digest($"{Owner}\n{Who}\n{Asked}\n{Place}");

    /// <summary>Names the question wherever it arises.</summary>
    internal byte[] Content => Digest($"{Owner}\n{Who}\n{Asked}");

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
