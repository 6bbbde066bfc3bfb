using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>The upper halves of the encodings that the framework does not have.</summary>
internal static class TableEncodings
{
    public static Encoding Iso8859Part10 { get; } = new TableEncoding(C1 +
        "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");

    public static Encoding Iso8859Part14 { get; } = new TableEncoding(C1 +
        "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

    public static Encoding Iso8859Part16 { get; } = new TableEncoding(C1 +
        "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ");

    public static Encoding UserDefined { get; } = new TableEncoding(Range('\uF780', 128));

    private static string C1 => Range('\x80', 32);

    private static string Range(char first, int count) =>
        string.Create(count, first, static (span, start) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = (char)(start + i);
        });
}
