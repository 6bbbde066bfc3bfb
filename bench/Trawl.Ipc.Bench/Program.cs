using System.Globalization;
using Trawl.Ipc.Bench;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Commands;
using Trawl.Ipc.Bench.Echo;
using Trawl.Ipc.Bench.Grpc;
using Trawl.Ipc.Bench.Measuring;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["serve", var transport, var at, var codec, var content]:
        return transport switch
        {
            "uds" => Roles.Serve(SocketChannel.Accept(at), codec, content),
            "tcp" => Roles.Serve(SocketChannel.AcceptTcp(at), codec, content),
            "uds-async" => StreamEcho.ServeUnix(at),
            "pipe" => StreamEcho.ServePipe(at),
            "grpc" => GrpcServer.Serve(at, content),
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
            _ => Roles.Drive(TrawlChannel.Connect(transport, at), codec, content),
        };
    case ["burn"]: return LoadGenerator.Burn();
    default: return await BenchCommands.RunAsync(new Settings(args));
}
