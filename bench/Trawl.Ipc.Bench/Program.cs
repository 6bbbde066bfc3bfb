using System.Globalization;
using Trawl.Ipc.Bench;
using Trawl.Ipc.Bench.Calls;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Commands;
using Trawl.Ipc.Bench.Echo;
using Trawl.Ipc.Bench.Grpc;
using Trawl.Ipc.Bench.Many;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Recovery;
using Trawl.Ipc.Bench.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["serve", "recovery", var at]:
        return RecoveryServer.Serve(at);
    case ["serve", var transport, var at, var codec, var content]:
        Roles.EndWithInput();
        return transport switch
        {
            "uds" => Roles.Serve(SocketChannel.Accept(at), codec, content),
            "tcp" => Roles.Serve(SocketChannel.AcceptTcp(at), codec, content),
            "uds-async" => StreamEcho.ServeUnix(at),
            "pipe" => StreamEcho.ServePipe(at),
            "grpc" => GrpcServer.Serve(at, content),
            "calls" or "calls-async" => CallServer.Serve(transport, at, codec, content),
            "many-uds" => SocketLoop.Serve(at),
            "many-trawl" or "many-trawl-socket" => TrawlLoop.Serve(transport[5..], at),
            _ => Roles.Serve(TrawlChannel.Accept(transport, at), codec, content),
        };
    case ["drive", var transport, var at, var codec, var content]:
        return transport switch
        {
            "uds" => Roles.Drive(SocketChannel.Connect(at), codec, content),
            "tcp" => Roles.Drive(SocketChannel.ConnectTcp(at), codec, content),
            "uds-async" => StreamEcho.DriveUnix(at),
            "pipe" => StreamEcho.DrivePipe(at),
            "grpc" => GrpcDriver.Drive(at, content),
            "calls" or "calls-async" => CallDriver.Drive(transport, at, codec, content),
            "soak" => SoakDriver.Drive(at, content),
            "many-uds" => new SocketConnections(at).Obey(),
            "many-trawl" or "many-trawl-socket" => new TrawlConnections(transport[5..], at).Obey(),
            _ => Roles.Drive(TrawlChannel.Connect(transport, at), codec, content),
        };
    case ["burn"]: return LoadGenerator.Burn();
    default: return await BenchCommands.RunAsync(new Settings(args));
}
