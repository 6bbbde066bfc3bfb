using System.Text;

namespace Trawl.Warc.Reading;

/// <summary>Holds the fields of a record against the rules (ISO 28500:2017 §5, §6), in one pass over them.</summary>
internal static class RecordCheck
{
    // Those that may stand once. The first four are mandatory for every record.
    private static readonly string[] s_once =
    [
        WarcFields.RecordId, WarcFields.ContentLength, WarcFields.Date, WarcFields.Type, WarcFields.TargetUri,
        WarcFields.Profile, WarcFields.ContentType, WarcFields.BlockDigest, WarcFields.PayloadDigest, WarcFields.IpAddress,
        WarcFields.RefersTo, WarcFields.Truncated, WarcFields.WarcinfoId, WarcFields.Filename,
    ];

    private const int Mandatory = 4, TargetUri = 4, Profile = 5;

    public static void Run(WarcRecord record, Action<WarcRecord, WarcProblemCode, string, WarcSeverity> report)
    {
        var seen = CountFields(record, report);
        for (var i = 0; i < Mandatory; i++) Require(record, seen, i, report);
        if (NeedsTargetUri(record.Type)) Require(record, seen, TargetUri, report);
        if (record.Type == WarcRecordType.Revisit) Require(record, seen, Profile, report);
    }

    private static int CountFields(WarcRecord record, Action<WarcRecord, WarcProblemCode, string, WarcSeverity> report)
    {
        int seen = 0, repeated = 0;
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var known = IndexOf(record.Fields.NameBytes(i));
            if (known < 0) continue;
            repeated |= seen & (1 << known);
            seen |= 1 << known;
        }

        for (var i = 0; repeated != 0 && i < s_once.Length; i++)
        {
            if ((repeated & (1 << i)) == 0) continue;
            var message = $"\"{s_once[i]}\" stands more than once; a record has it once. The first one counts.";
            report(record, WarcProblemCode.RepeatedField, message, WarcSeverity.Error);
        }

        return seen;
    }

    private static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < s_once.Length; i++)
        {
            if (name.Length == s_once[i].Length && Ascii.EqualsIgnoreCase(name, s_once[i])) return i;
        }

        return -1;
    }

    private static void Require(
        WarcRecord record, int seen, int field, Action<WarcRecord, WarcProblemCode, string, WarcSeverity> report)
    {
        if ((seen & (1 << field)) != 0) return;
        var message = $"\"{s_once[field]}\" is missing; a record of type \"{record.TypeName}\" must have it.";
        report(record, WarcProblemCode.MissingField, message, WarcSeverity.Error);
    }

    private static bool NeedsTargetUri(WarcRecordType type) =>
        type is WarcRecordType.Response or WarcRecordType.Resource or WarcRecordType.Request or WarcRecordType.Revisit
            or WarcRecordType.Conversion or WarcRecordType.Continuation;
}
