using Trawl.Cli;

return await CliApp.RunAsync(args);
