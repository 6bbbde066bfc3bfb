using System.Runtime.InteropServices;
using Shop;
using Trawl.Ipc;

// usage: Ipc.CSharp serve NAME | call NAME
//   serve  serves until Ctrl-C or SIGTERM; "trawl ipc top" shows it meanwhile
//   call   calls each method of a shop that is served under that name
switch (args)
{
    case ["serve", var name]:
        using (new ShopServer().Listen(IpcEndpoint.Named(name)))
        using (IpcStats.Serve())
        {
            using var stop = new ManualResetEventSlim();
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            Console.WriteLine("ready");
            stop.Wait();

            void End(PosixSignalContext signal)
            {
                signal.Cancel = true;
                stop.Set();
            }
        }

        return 0;
    case ["call", var name]:
        await ShopClient.RunAsync(IpcEndpoint.Named(name));
        return 0;
    default:
        Console.Error.WriteLine("usage: Ipc.CSharp serve NAME | call NAME");
        return 2;
}
