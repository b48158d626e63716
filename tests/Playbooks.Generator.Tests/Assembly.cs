using Xunit.v3;

// One more than there are processors here: compilations wait for each other at times.
[assembly: Parallelization(MaxThreads = 3)]
