using Trawl.Governor.Linux;

namespace Trawl.Governor.Tests.Linux;

/// <summary>The readers on files as kernels wrote them: version 2 and version 1 of the control groups, a container, a bare machine.</summary>
public sealed class LinuxReadingsTests : IDisposable
{
    private const string Limits = "Limit                     Soft Limit           Hard Limit           Units     \nMax open files            1024                 524288               files     \n";
    private readonly string _root = Directory.CreateTempSubdirectory("trawl-proc-").FullName;

    public LinuxReadingsTests()
    {
        Write("proc/meminfo", "MemTotal:       16384000 kB\nMemFree:         1000000 kB\nMemAvailable:   12288000 kB\n");
        Write("proc/self/limits", Limits);
        Write("proc/self/fd/0", "");
        Write("proc/self/fd/1", "");
        Write("proc/pressure/cpu", "some avg10=42.50 avg60=10.00 avg300=5.00 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n");
        Write("proc/net/route", "Iface\tDestination\tGateway\tFlags\nlo\t0000007F\t00000000\t0001\n");
        Write("proc/self/mountinfo", "");
        Write("proc/self/cgroup", "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void ABareMachine()
    {
        var reading = Read();

        Assert.Equal((16_384_000L << 10, 4_096_000L << 10, "machine"), (reading.MemoryLimit, reading.MemoryUsed, reading.MemoryOf));
        Assert.Equal((1024L, 2L), (reading.FilesLimit, reading.FilesOpen));
        Assert.Equal(0.425, reading.CpuWaits!.Value, 6);
        Assert.Equal(Environment.ProcessorCount, reading.Processors);
        Assert.False(reading.HasNetwork);
    }

    [Fact]
    public void AContainerOfVersion2_TheTightestOfItsGroupsCounts_AndFilePagesDoNot()
    {
        Write("proc/self/mountinfo", "25 20 0:23 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n");
        Write("proc/self/cgroup", "0::/work.slice/trawl.service\n");
        Write("sys/fs/cgroup/work.slice/trawl.service/memory.max", "max\n");
        Write("sys/fs/cgroup/work.slice/trawl.service/memory.current", "900000000\n");
        Write("sys/fs/cgroup/work.slice/memory.max", "1000000000\n");
        Write("sys/fs/cgroup/work.slice/memory.high", "max\n");
        Write("sys/fs/cgroup/work.slice/memory.current", "950000000\n");
        Write("sys/fs/cgroup/work.slice/memory.stat", "anon 1\ninactive_file 300000000\nactive_file 50000000\nslab_reclaimable 10000000\n");
        Write("sys/fs/cgroup/work.slice/trawl.service/cpu.max", "50000 100000\n");
        Write("sys/fs/cgroup/work.slice/trawl.service/cpu.stat", "usage_usec 1\nnr_periods 100\nnr_throttled 10\n");
        var readings = new LinuxReadings("/", _root);

        var reading = readings.Read();
        Assert.Equal((1_000_000_000L, 590_000_000L, "container"), (reading.MemoryLimit, reading.MemoryUsed, reading.MemoryOf));
        Assert.Equal(0.5, reading.Processors);
        Assert.Equal(0, reading.CpuWaits);

        Write("sys/fs/cgroup/work.slice/trawl.service/cpu.stat", "usage_usec 1\nnr_periods 120\nnr_throttled 25\n");
        Assert.Equal(0.75, readings.Read().CpuWaits);
    }

    [Fact]
    public void AContainerOfVersion1_WhoseMountIsItsOwnGroup()
    {
        Write("proc/self/mountinfo",
            "31 30 0:27 /docker/abc /sys/fs/cgroup/memory ro,nosuid - cgroup cgroup rw,memory\n"
            + "32 30 0:28 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro,nosuid - cgroup cgroup rw,cpu,cpuacct\n");
        Write("proc/self/cgroup", "4:memory:/docker/abc\n1:cpu,cpuacct:/docker/abc\n0::/\n");
        Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
        Write("sys/fs/cgroup/memory/memory.usage_in_bytes", "500000000\n");
        Write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 20000000\ntotal_active_file 10000000\n");
        Write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "150000\n");
        Write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");

        var reading = Read();

        Assert.Equal((536_870_912L, 470_000_000L, "container"), (reading.MemoryLimit, reading.MemoryUsed, reading.MemoryOf));
        Assert.Equal(Math.Min(1.5, Environment.ProcessorCount), reading.Processors);
    }

    [Fact]
    public void GroupsWithoutLimits_AreNone()
    {
        Write("proc/self/mountinfo", "31 30 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        Write("proc/self/cgroup", "4:memory:/\n");
        Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Write("sys/fs/cgroup/memory/memory.usage_in_bytes", "500000000\n");

        Assert.Equal("machine", Read().MemoryOf);
    }

    [Theory]
    [InlineData("eth0\t00000000\t0101A8C0\t0003\n", "", true)]
    [InlineData("eth0\t00000000\t0101A8C0\t0002\n", "", false)]
    [InlineData("", "00000000000000000000000000000000 00 00000000000000000000000000000000 00 fd000000000000000000000000000001 00000400 00000003 00000000 00000003     eth0\n", true)]
    [InlineData("", "fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001     eth0\n", false)]
    [InlineData("", "00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo\n", false)]
    public void ARouteLeadsOut_OrNoneDoes(string four, string six, bool leadsOut)
    {
        Write("proc/net/route", "Iface\tDestination\tGateway\tFlags\n" + four);
        Write("proc/net/ipv6_route", six);

        Assert.Equal(leadsOut, Read().HasNetwork);
    }

    [Fact]
    public void WhatIsNotThere_IsUnknown_AndNothingThrows()
    {
        var reading = new LinuxReadings("/", Path.Combine(_root, "nowhere")).Read();

        Assert.Null(reading.MemoryLimit);
        Assert.Null(reading.FilesOpen);
        Assert.Null(reading.HasNetwork);
        Assert.Null(reading.CpuWaits);
    }

    [Fact]
    public void GarbageIsUnknown()
    {
        foreach (var file in (string[])["proc/meminfo", "proc/self/limits", "proc/pressure/cpu", "proc/self/mountinfo", "proc/self/cgroup", "proc/net/route"])
        {
            Write(file, "\0\u0001 - cgroup2\n::\nMemTotal:\nsome avg10=\nMax open files\n some avg10=x y\n25 20 0:23 / /x - cgroup\n");
        }

        Assert.Null(Read().MemoryLimit);
    }

    [Fact]
    public void ThisMachineCanBeRead()
    {
        var reading = new LinuxReadings(_root).Read();

        Assert.True(reading is { MemoryLimit: > 0, MemoryUsed: > 0, FilesLimit: > 0, FilesOpen: > 0, DiskSize: > 0, DiskFree: > 0, Processors: > 0 });
    }

    private Readings.ResourceReading Read() => new LinuxReadings("/", _root).Read();

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
