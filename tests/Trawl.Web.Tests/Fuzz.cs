using System.Text;

namespace Trawl.Web.Tests;

/// <summary>
/// Seeded mutations of good input. A failure names the seed and the input, which is enough to see it again.
/// </summary>
internal static class Fuzz
{
    private const string Spice = "\0\t\n\r \"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~" +
        "\u007f\u0080\u00ad\u00df\u0301\u202e\u3002\ud800\udc00\ufeff\uffff";

    public static void Text(string[] samples, int seed, int count, Action<string, int> check)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            string text = Mutate(samples[random.Next(samples.Length)], random);
            Run(seed, i, Escape(text), () => check(text, i));
        }
    }

    public static void Bytes(string[] samples, int seed, int count, Action<byte[], int> check)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Mutate(samples[random.Next(samples.Length)], random));
            for (int n = random.Next(4); n > 0 && bytes.Length > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Run(seed, i, Convert.ToHexString(bytes), () => check(bytes, i));
        }
    }

    private static string Mutate(string sample, Random random)
    {
        var text = new StringBuilder(sample);
        for (int n = random.Next(6); n > 0; n--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Length = at;
                    break;
                case 1 when at < text.Length:
                    text.Remove(at, random.Next(1, Math.Min(8, text.Length - at) + 1));
                    break;
                case 2 when text.Length < 400:
                    text.Insert(at, text.ToString(at / 2, Math.Min(12, text.Length - (at / 2))));
                    break;
                default:
                    text.Insert(at, Spice[random.Next(Spice.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Run(int seed, int i, string input, Action check)
    {
        try
        {
            check();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}, case {i}, input <{input}>: {e.Message}", e);
        }
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < '\x7f' ? c.ToString() : $"\\u{(int)c:x4}"));
}
