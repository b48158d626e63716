using System.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generated;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>The compiler of the SDK, as a build starts it: unlike the harness it runs no analyzer where a declaration is wrong.</summary>
internal static class RealCompiler
{
    /// <summary>Compiles wrong programs together, each in a namespace and a file of its own.</summary>
    /// <param name="programs">Their sources, in which the wrong places are marked.</param>
    /// <returns>Of each program what our rules say, place and all, and of the marked places where they are.</returns>
    internal static async Task<IReadOnlyList<(string Said, string Marked)>> CompileAsync(IReadOnlyList<string> programs)
    {
        var folder = Directory.CreateTempSubdirectory("playbooks-compiler-");
        try
        {
            var sources = programs.Select((program, i) => MarkedSource.Parse($"namespace Wrong{i};\n{program}")).ToList();
            for (var i = 0; i < sources.Count; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"Wrong{i}.cs"), sources[i].Text, TestContext.Current.CancellationToken);
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "GlobalUsings.cs"), UserProgram.ImplicitUsings, TestContext.Current.CancellationToken);
            var said = await RunAsync(folder.FullName);
            return [.. sources.Select((source, i) => (
                string.Join(
                    '\n',
                    said
                        .Where(line => line.StartsWith($"Wrong{i}.cs(", StringComparison.Ordinal))
                        .Select(line => line[line.IndexOf('(', StringComparison.Ordinal)..])),
                string.Join('\n', source.Spans.OrderBy(span => span.Start).Select(span => Place(source.Text, span)))))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Place(string text, TextSpan span)
    {
        var place = SourceText.From(text).Lines.GetLinePosition(span.Start);
        return $"({place.Line + 1},{place.Character + 1})";
    }

    /// <summary>The lines of the compiler that have an id of ours.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(string folder)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var references = Directory.GetFiles(Path.Combine(Newest(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref")), "ref", "net10.0"), "*.dll")
            .Concat(new[] { typeof(HostRun), typeof(PlaybookProgram) }.Select(type => type.Assembly.Location));
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "compiler.rsp"),
            [
                "-nologo -nostdlib -target:library -nullable:enable -langversion:14 -out:Wrong.dll *.cs",
                $"-analyzer:\"{typeof(PlaybookGenerator).Assembly.Location}\"",
                .. references.Select(reference => $"-reference:\"{reference}\""),
            ],
            TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(
            Path.Combine(root, "dotnet"), [Path.Combine(Newest(Path.Combine(root, "sdk")), "Roslyn", "bincore", "csc.dll"), "-noconfig", "@compiler.rsp"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var compiler = Process.Start(start)!;
        var output = await compiler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await compiler.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(compiler.ExitCode == 1, output);
        return [
            .. output
                .Split('\n')
                .Where(line => line.Contains(": error PB", StringComparison.Ordinal) || line.Contains(": warning PB", StringComparison.Ordinal))
        ];
    }

    private static string Newest(string folder) => Directory.GetDirectories(folder)
        .OrderBy(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new Version(0, 0)).Last();
}
