using System.Security.Cryptography;
using Trawl.Engine.Admission;
using Trawl.Model.Plans;
using Trawl.Storage.Durability;
using Trawl.Warc;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;
using Trawl.Web.Urls;

namespace Trawl.Recording.Archives;

/// <summary>
/// Reads archives once and writes down where each answer stands. Records without a byte range of their own (several in one
/// gzip member) are copied into the run's folder. Memory does not grow with the archives.
/// </summary>
public sealed class ArchiveIndexer
{
    private const int KeptDefects = 20;
    private const int MaxRequestBody = 1 << 20;

    private readonly ArchivePlan _archive;
    private readonly ArchiveFolder _folder;
    private readonly UrlCanonicalizer _canonical;
    private readonly ScopeFilter _scope;
    private readonly Action<ArchiveProgress> _onProgress;
    private readonly List<ArchiveMember> _members = [];
    private readonly List<string> _defects = [];
    private readonly long _total;
    private long _records, _defectCount, _before;

    /// <param name="plan">A plan with archives.</param>
    /// <param name="folder">Where the index goes.</param>
    /// <param name="onProgress">Told often how far it is.</param>
    public ArchiveIndexer(PipelinePlan plan, ArchiveFolder folder, Action<ArchiveProgress> onProgress)
    {
        _archive = plan.Archive ?? throw new ArgumentException("The plan has no archives.", nameof(plan));
        (_folder, _onProgress) = (folder, onProgress);
        _canonical = Canonical.Of(plan.Canonical);
        _scope = new ScopeFilter(plan.Scope);
        _total = _archive.Files.Sum(f => f.Bytes);
    }

    /// <summary>Builds the index.</summary>
    /// <exception cref="ArchiveUnusableException">A file is no archive, or they hold no answer at all.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was broken off; it begins anew the next time.</exception>
    public ArchiveReport Build(CancellationToken cancellationToken)
    {
        _folder.Clear();
        using var entries = new CdxSorter(_folder.Path);
        var pairing = new AnswerPairing(entries);
        foreach (var file in _archive.Files)
        {
            foreach (var member in ArchiveMembers.Of(file.Path))
            {
                Index(member, pairing, cancellationToken);
                pairing.Flush();
            }

            _before += file.Bytes;
        }

        if (pairing.Answers == 0)
        {
            throw new ArchiveUnusableException(
                $"The archives hold no answer of a server. {_defects.FirstOrDefault()}",
                "WARC files and WACZ packages are read; ARC files are not, and can be converted with \"warcio recompress\".");
        }

        WriteIndex(entries);
        var report = new ArchiveReport
        {
            Members = _members, Records = _records, Answers = pairing.Answers, Pages = ArchivePages.Write(_folder, _scope),
            DefectCount = _defectCount, Defects = _defects,
        };
        _folder.Finish(report);
        return report;
    }

    private void WriteIndex(CdxSorter entries)
    {
        using var file = new FileStream(_folder.Index, FileMode.Create, FileAccess.Write);
        entries.WriteTo(file);
        DurableFile.Flush(file);
    }

    private void Index(ArchiveMember member, AnswerPairing pairing, CancellationToken cancellationToken)
    {
        var number = Add(member);
        var shared = new HashSet<long>();
        using (var source = ArchiveSource.Open(member, Options(member)))
        {
            while (source.Reader.Read() is { } record)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Take(record, number, pairing, shared);
                Report(record.Offset);
            }
        }

        if (shared.Count > 0)
        {
            pairing.Flush();
            Copy(member, shared, pairing, cancellationToken);
        }
    }

    private WarcReaderOptions Options(ArchiveMember member) => new()
    {
        OnProblem = problem =>
        {
            if (problem.Severity == WarcSeverity.Error)
            {
                Defect(member, problem.Offset, problem.Message);
            }
        },
    };

    private void Take(WarcRecord record, int member, AnswerPairing pairing, HashSet<long> shared)
    {
        _records++;
        var isUsable = IsUsable(record);
        var request = isUsable && record.Type == WarcRecordType.Request ? Request(record) : null;
        var answer = isUsable && record.Type != WarcRecordType.Request ? Answer(record, member) : null;
        if (record.Finish() is not { } position)
        {
            if (isUsable && record.Problems.All(p => p.Severity != WarcSeverity.Error))
            {
                shared.Add(record.Offset);
            }

            return;
        }

        if (request is not null)
        {
            pairing.Add(request);
        }

        if (answer is not null)
        {
            answer.Position = position;
            pairing.Add(answer);
        }
    }

    private void Copy(ArchiveMember member, HashSet<long> shared, AnswerPairing pairing, CancellationToken cancellationToken)
    {
        var copy = new ArchiveMember(_folder.Copy(_members.Count), null);
        var number = Add(copy);
        WriteCopies(member, copy, shared, cancellationToken);
        using var copies = ArchiveSource.Open(copy, null);
        while (copies.Reader.Read() is { } record)
        {
            Take(record, number, pairing, []);
            _records--;
        }
    }

    private static void WriteCopies(ArchiveMember from, ArchiveMember to, HashSet<long> shared, CancellationToken cancellationToken)
    {
        using var source = ArchiveSource.Open(from, null);
        using var file = new FileStream(to.Path, FileMode.Create, FileAccess.ReadWrite);
        using var writer = new WarcWriter(file, new WarcWriterOptions { Level = 1 }, leaveOpen: true);
        while (source.Reader.Read() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (shared.Contains(record.Offset) && IsUsable(record))
            {
                writer.WriteCopy(record);
            }
        }

        DurableFile.Flush(file);
    }

    private static bool IsUsable(WarcRecord record) => record.Type switch
    {
        WarcRecordType.Response or WarcRecordType.Revisit or WarcRecordType.Request => record.IsHttp,
        WarcRecordType.Resource => true,
        _ => false,
    };

    private IndexedRequest? Request(WarcRecord record)
    {
        if (record.ReadHttpHead()?.Method is not { } method)
        {
            return null;
        }

        var body = method == "GET" ? [] : record.ReadPayload(MaxRequestBody);
        return new IndexedRequest(
            record.RecordId, [.. record.Fields.All(WarcFields.ConcurrentTo)], method, Convert.ToHexStringLower(SHA1.HashData(body)));
    }

    private IndexedAnswer? Answer(WarcRecord record, int member)
    {
        if (record.TargetUri is not { } uri || record.Date is not { } date || ArchiveKey.Canonical(uri, _canonical) is not { } url)
        {
            return null;
        }

        var http = record.ReadHttpHead();
        if (http is null && record.Type == WarcRecordType.Response)
        {
            return null;
        }

        var type = record.Type == WarcRecordType.Resource ? record.Fields[WarcFields.ContentType] : http?.Fields["Content-Type"];
        return new IndexedAnswer
        {
            Url = url,
            Timestamp = WarcDate.Format14(date),
            RecordId = record.RecordId,
            ConcurrentTo = [.. record.Fields.All(WarcFields.ConcurrentTo)],
            Type = record.Type,
            Member = member,
            Mime = type?.Split(';', 2)[0].Trim().ToLowerInvariant(),
            Status = record.Type == WarcRecordType.Resource ? 200 : http?.StatusCode ?? 0,
            Digest = record.Fields[WarcFields.PayloadDigest],
        };
    }

    private int Add(ArchiveMember member)
    {
        _members.Add(member);
        return _members.Count - 1;
    }

    private void Defect(ArchiveMember member, long offset, string message)
    {
        _defectCount++;
        if (_defects.Count < KeptDefects)
        {
            _defects.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{member.Name}\", offset {offset}: {message}"));
        }
    }

    private void Report(long offset)
    {
        if (_records % 256 == 0)
        {
            _onProgress(new ArchiveProgress(Math.Min(_before + offset, _total), _total, _records));
        }
    }
}
