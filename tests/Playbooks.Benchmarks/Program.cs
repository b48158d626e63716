using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Playbooks.Benchmarks;

// The benchmarks are built anew, with all analyzers: on a busy machine that takes longer than the two minutes that are usual.
BenchmarkSwitcher.FromAssembly(typeof(GeneratorBenchmarks).Assembly)
    .Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10)));
