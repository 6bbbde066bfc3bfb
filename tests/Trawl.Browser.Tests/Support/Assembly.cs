// Every test here has a browser, and a machine has few cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
