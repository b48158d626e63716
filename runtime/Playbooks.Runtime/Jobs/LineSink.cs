using System.Text;
using Playbooks.Connections;

namespace Playbooks.Jobs;

/// <summary>Takes the lines that a shell says, of which the first tells that it is ready; its errors are of no interest.</summary>
/// <param name="said">Takes each further line.</param>
internal sealed class LineSink(Action<string> said) : IPipeSink
{
    private readonly List<byte> line = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the shell is ready.</summary>
    internal Task Ready => _ready.Task;

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            if (one != '\n')
            {
                line.Add(one);
                continue;
            }

            var text = Encoding.UTF8.GetString(line.ToArray());
            line.Clear();
            if (!_ready.Task.IsCompleted)
            {
                // What a login shell's start-up files print comes before.
                if (text == "ready")
                {
                    _ready.TrySetResult();
                }
            }
            else
            {
                said(text);
            }
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data)
    {
    }
}
