// The process that the recovery trials kill: what a worker is when it is published, without the bench around it.
return Trawl.Ipc.Bench.Recovery.RecoveryServer.Serve(args[0]);
