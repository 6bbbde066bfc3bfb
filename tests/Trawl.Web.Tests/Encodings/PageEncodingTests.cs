using System.Text;
using Trawl.Web.Encodings;

namespace Trawl.Web.Tests.Encodings;

public sealed class PageEncodingTests
{
    [Theory]
    [InlineData("<meta charset=koi8-r>", null, "KOI8-R", EncodingReason.MetaElement)]
    [InlineData("<META CharSet = 'latin1'>", null, "windows-1252", EncodingReason.MetaElement)]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=sjis'>", null, "Shift_JIS",
        EncodingReason.MetaElement)]
    [InlineData("<meta content='text/html; charset=sjis'>", null, "UTF-8", EncodingReason.ValidUtf8)]
    [InlineData("<meta content='charset charset = \"big5\"' http-equiv=content-type>", null, "Big5",
        EncodingReason.MetaElement)]
    [InlineData("<!-- <meta charset=big5> --><meta charset=gbk>", null, "GBK", EncodingReason.MetaElement)]
    [InlineData("<!--><meta charset=big5>", null, "Big5", EncodingReason.MetaElement)]
    [InlineData("<a title='<meta charset=big5>'><meta charset=gbk>", null, "GBK", EncodingReason.MetaElement)]
    [InlineData("<?php > <meta charset=big5>", null, "Big5", EncodingReason.MetaElement)]
    [InlineData("<meta charset=utf-16le>", null, "UTF-8", EncodingReason.MetaElement)]
    [InlineData("<meta charset=x-user-defined>", null, "windows-1252", EncodingReason.MetaElement)]
    [InlineData("<meta charset=nonsense><meta charset=big5>", null, "Big5", EncodingReason.MetaElement)]
    [InlineData("<metadata charset=big5>", null, "UTF-8", EncodingReason.ValidUtf8)]
    [InlineData(
        "<meta charset=big5>", "text/html; charset=\"windows-1251\"", "windows-1251", EncodingReason.TransportLabel)]
    [InlineData("<meta charset=big5>", "text/html; charset=nonsense", "Big5", EncodingReason.MetaElement)]
    [InlineData("<?xml version='1.0' encoding='iso-8859-2'?><meta charset=big5>", null, "ISO-8859-2",
        EncodingReason.XmlDeclaration)]
    [InlineData("\ufeff<meta charset=big5>", "text/html; charset=big5", "UTF-8", EncodingReason.ByteOrderMark)]
    [InlineData("caf\u00e9", null, "UTF-8", EncodingReason.ValidUtf8)]
    [InlineData("", null, "UTF-8", EncodingReason.ValidUtf8)]
    public void Decide(string body, string? contentType, string name, EncodingReason reason)
    {
        var decision = PageEncoding.Decide(Encoding.UTF8.GetBytes(body), contentType);
        Assert.Equal((name, reason), (decision.Name, decision.Reason));
    }

    [Fact]
    public void Decide_MetaAfter1024Bytes_IsNotSeen()
    {
        byte[] body = Encoding.ASCII.GetBytes(new string(' ', 1010) + "<meta charset=big5>");
        Assert.Equal(EncodingReason.ValidUtf8, PageEncoding.Decide(body, null).Reason);
    }

    [Fact]
    public void Decode_NoDeclaration_IsWindows1252WhenNotUtf8()
    {
        var text = PageEncoding.Decode([(byte)'c', 0xE9, (byte)' ', 0x80], "text/html");
        Assert.Equal("c\u00e9 \u20ac", text.Text);
        Assert.Equal(EncodingReason.Fallback, text.Decision.Reason);
    }

    [Fact]
    public void Decide_Utf8CutInsideACharacter_IsUtf8()
    {
        byte[] body = Encoding.UTF8.GetBytes("caf\u00e9 \ud83d\ude00");
        for (int length = 0; length <= body.Length; length++)
            Assert.Equal("UTF-8", PageEncoding.Decide(body.AsSpan(0, length), null).Name);
    }

    [Theory]
    [InlineData("utf-16le", "FFFE41004200", "AB")]
    [InlineData("utf-16be", "FEFF00410042", "AB")]
    [InlineData("utf-8", "EFBBBF41FF", "A\ufffd")]
    [InlineData("gbk", "C4E3", "\u4f60")]
    [InlineData("shift_jis", "82A0", "\u3042")]
    [InlineData("euc-jp", "A4A2", "\u3042")]
    [InlineData("iso-2022-jp", "1B244224221B2842", "\u3042")]
    [InlineData("euc-kr", "B0A1", "\uac00")]
    [InlineData("big5", "A440", "\u4e00")]
    [InlineData("koi8-u", "C1", "\u0430")]
    [InlineData("iso-8859-8-i", "E0", "\u05d0")]
    [InlineData("iso-8859-10", "A1", "\u0104")]
    [InlineData("iso-8859-14", "A1", "\u1e02")]
    [InlineData("iso-8859-16", "A4", "\u20ac")]
    [InlineData("x-user-defined", "4180FF", "A\uf780\uf7ff")]
    [InlineData("windows-874", "A1", "\u0e01")]
    [InlineData("macintosh", "8A", "\u00e4")]
    [InlineData("iso-2022-kr", "4142", "\ufffd")]
    public void Decode_Label(string label, string hex, string expected) =>
        Assert.Equal(expected, PageEncoding.Decode(Convert.FromHexString(hex), $"text/html;charset={label}").Text);

    [Fact]
    public void EveryLabel_HasADecoderThatNeverThrows()
    {
        byte[] up = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        byte[] all = [.. up, .. up.Reverse()];
        Assert.Equal(40, EncodingLabels.All.Values.Distinct().Count());
        foreach (string label in EncodingLabels.All.Keys)
            Assert.NotEmpty(PageEncoding.Decode(all, $"text/html; charset={label}").Text);
    }

    [Fact]
    public void Decode_Fuzzed_NeverThrows()
    {
        string[] samples =
        [
            "<!-- x --><a b=c d='e'><meta http-equiv=content-type content=\"text/html; charset=gb18030\"><p>caf\u00e9",
            "<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><a/>\u001b$B", "\ufeff<meta charset = big5 / x>",
        ];
        Fuzz.Bytes(samples, 6, 30_000,
            (bytes, i) => PageEncoding.Decode(bytes, i % 2 == 0 ? null : Encoding.Latin1.GetString(bytes)));
    }
}
