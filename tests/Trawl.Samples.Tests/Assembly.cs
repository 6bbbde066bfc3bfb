// The samples' own program is run in this process, with its home and its stdout.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
