using System.Runtime.InteropServices;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Waiting;

/// <summary>A signal ends system calls early. That is no reason to believe that the time is over.</summary>
public sealed partial class SignalTests
{
    private const int Continue = 18;
    private const int Signals = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ASignalDoesNotEndAWait()
    {
        using var handled = PosixSignalRegistration.Create((PosixSignal)Continue, context => context.Cancel = true);
        using var pair = new ChannelPair(new IpcOptions { Waiting = IpcWaiting.Block });
        var id = new TaskCompletionSource<int>();
        var waiting = Task.Factory.StartNew(() =>
        {
            id.SetResult(CurrentThread());
            return pair.Client.WaitToRead(TimeSpan.FromMinutes(10));
        }, TaskCreationOptions.LongRunning);
        var thread = await id.Task;
        for (var i = 0; i < Signals; i++)
        {
            Assert.True(SpinWait.SpinUntil(() => IsAsleep(thread) || waiting.IsCompleted, s_patience));
            Assert.False(waiting.IsCompleted, $"the wait ended after {i} signals");
            Assert.Equal(0, Signal(Environment.ProcessId, thread, Continue));
        }

        Assert.True(pair.Server.TrySend([1], FrameType.Message, 1));
        Assert.Equal(IpcWait.Ready, await waiting.WaitAsync(s_patience));
    }

    private static bool IsAsleep(int thread) => File.ReadAllText($"/proc/self/task/{thread}/stat").Split(") ")[^1][0] == 'S';

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int CurrentThread();

    [LibraryImport("libc", EntryPoint = "tgkill")]
    private static partial int Signal(int process, int thread, int signal);
}
