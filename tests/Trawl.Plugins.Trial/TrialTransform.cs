using System.Diagnostics;
using System.Net.Sockets;
using Trawl.Sdk;
using Trawl.Sdk.Records;

namespace Trawl.Plugins.Trial;

/// <summary>Adds a field, or does what the setting "trouble" or the record's field "trouble" says.</summary>
internal sealed class TrialTransform(PluginContext context) : IRecordTransform
{
    private readonly List<byte[]> _kept = [];

    public async ValueTask TransformAsync(PluginRecord record)
    {
        Pace.Keep(context);
        record["trial"] = await AnswerAsync(record, context.Settings.Text("trouble") ?? record.Text("trouble") ?? "");
    }

    private async ValueTask<string> AnswerAsync(PluginRecord record, string trouble)
    {
        var (what, argument) = trouble.Split(':', 2) is [var first, var second] ? (first, second) : (trouble, "");
        switch (what)
        {
            case "crash": Ruin.Crash(); break;
            case "once": await OnceAsync(record, argument); break;
            case "killed": Process.GetCurrentProcess().Kill(); break;
            case "killed-at-first": KillAtFirst(argument); break;
            case "garbage": Ruin.Garble(); break;
            case "flood": Ruin.Flood(int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture)); break;
            case "wait": Thread.Sleep(int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture)); break;
            case "exit": Console.Error.WriteLine("I had enough."); Environment.Exit(7); break;
            case "mark-and-hang": File.WriteAllText(argument, ""); Thread.Sleep(Timeout.Infinite); break;
            case "hang": Thread.Sleep(Timeout.Infinite); break;
            case "spin": while (true) Thread.SpinWait(100);
            case "throw": throw new InvalidOperationException("The plugin does not like this record.");
            case "leak": Leak(); break;
            case "drop": record.Drop("dropped on request"); break;
            case "problem": record.AddProblem("title", "taste", "Not to the plugin's taste."); break;
            case "undeclared": record["surprise"] = 1; break;
            case "mistype": record["trial"] = 5; return null!;
            case "random": return Guid.NewGuid().ToString();
            case "pid": return Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case "environment": return string.Join(',', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal));
            case "descriptors": return string.Join(',', Directory.GetFileSystemEntries("/proc/self/fd").Select(f => Try(() => new FileInfo(f).LinkTarget ?? "")));
            case "read": return Try(() => File.ReadAllText(argument));
            case "list": return Try(() => string.Join(',', Directory.GetFileSystemEntries(argument).Select(Path.GetFileName)));
            case "write": return Try(() => { File.WriteAllText(argument, "x"); return "written"; });
            case "temp": return Try(() => { File.WriteAllText(Path.Combine(context.TempFolder, "x"), "x"); return context.TempFolder; });
            case "start": return Try(() => { using var child = Process.Start("/bin/true"); child.WaitForExit(); return "started"; });
            case "socket": return Try(() => { using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); return "socket"; });
            case "secret": return Try(() => context.Settings.Secret("token") ?? "none");
            case "unnamed-secret": return Try(() => context.Secret(argument));
            case "fetch": return await FetchAsync(argument);
            case "signal": return Try(() => { Process.GetProcessById(int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture)).Kill(); return "killed"; });
            case "log": context.Log($"A line about {argument}."); break;
        }

        return $"{record.Type}@{record.PageUrl}";
    }

    /// <summary>"FILE|TROUBLE": the trouble, unless the file is there already.</summary>
    private async ValueTask OnceAsync(PluginRecord record, string argument)
    {
        var parts = argument.Split('|');
        if (File.Exists(parts[0])) return;
        File.WriteAllText(parts[0], "");
        await AnswerAsync(record, parts[1]);
    }

    /// <summary>"FILE|N": dies the first N times as if somebody else had killed it; the file counts.</summary>
    private static void KillAtFirst(string argument)
    {
        var parts = argument.Split('|');
        var before = File.Exists(parts[0]) ? File.ReadAllText(parts[0]).Length : 0;
        File.AppendAllText(parts[0], "x");
        if (before < int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)) Process.GetCurrentProcess().Kill();
    }

    private async ValueTask<string> FetchAsync(string url)
    {
        try
        {
            var response = await context.FetchAsync(url);
            return $"{response.Status} {System.Text.Encoding.UTF8.GetString(response.Body.Span)}{response.Error}";
        }
        catch (NotGrantedException refused)
        {
            return refused.Message;
        }
    }

    private void Leak()
    {
        while (true)
        {
            // Beside the collector's heap, whose limit would be an exception of its own.
            var block = GC.AllocateUninitializedArray<byte>(1 << 20, pinned: false);
            Array.Fill(block, (byte)1);
            _kept.Add(block);
            unsafe
            {
                var raw = System.Runtime.InteropServices.NativeMemory.Alloc(4 << 20);
                System.Runtime.InteropServices.NativeMemory.Fill(raw, 4 << 20, 1);
            }
        }
    }

    private static string Try(Func<string> act)
    {
        try
        {
            return act();
        }
        catch (Exception refused)
        {
            return $"{refused.GetType().Name}: {refused.Message}";
        }
    }
}
