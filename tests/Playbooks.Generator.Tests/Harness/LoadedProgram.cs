using System.Reflection;
using System.Runtime.Loader;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>A user's program, compiled with its generated files and loaded.</summary>
internal sealed class LoadedProgram
{
    private readonly Assembly _assembly;

    private LoadedProgram(Assembly assembly) => _assembly = assembly;

    /// <param name="run">The run of the generator.</param>
    /// <param name="library">The image of the library that the program references, if it does.</param>
    internal static LoadedProgram Of(GeneratorRun run, byte[]? library = null)
    {
        using var image = new MemoryStream();
        var result = run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        if (library is not null)
        {
            using var referenced = new MemoryStream(library);
            context.LoadFromStream(referenced);
        }

        return new(context.LoadFromStream(image));
    }

    internal static LoadedProgram Of(string source) => Of(GeneratorRun.Of(source));

    /// <summary>Calls a public static method of the program's.</summary>
    internal T Call<T>(string type, string method, params object?[] arguments) =>
        (T)_assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;

    /// <summary>A type of the program's.</summary>
    internal Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>The names of the types that others see.</summary>
    internal IEnumerable<string> PublicTypes => _assembly.GetExportedTypes().Select(type => type.FullName!);

    /// <summary>Its playbooks, as a command line sees them.</summary>
    internal IEnumerable<PlaybookDefinition> Playbooks => _assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IPlaybook)) && !type.IsAbstract)
        .Select(type => (PlaybookDefinition)typeof(PlaybookDefinition).GetMethod(nameof(PlaybookDefinition.Of))!.MakeGenericMethod(type).Invoke(null, null)!);

    internal MethodInfo? EntryPoint => _assembly.EntryPoint;
}
