using Trawl.Launcher;

return Launch.Run(args);
