using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Playbooks.Runtime.Tests.Modules;

/// <summary>A web server on the loopback that answers with given text, and keeps what it was asked.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;

    /// <param name="answer">The answer to a path, status line, headers and body; <see langword="null"/> for silence.</param>
    public WebServer(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Each request, whole.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken token)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } header
                ? int.Parse(header[16..], System.Globalization.CultureInfo.InvariantCulture)
                : 0;
            if (end >= 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= length)
            {
                return text;
            }

            var read = await stream.ReadAsync(buffer, token);
            if (read == 0)
            {
                return text;
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), token);
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var request = await ReadAsync(stream, _stop.Token);
                Requests.Add(request);
                if (_answer(request.Split(' ')[1]) is { } answer)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                }
                else
                {
                    // Until the client has had enough.
                    await ReadAsync(stream, _stop.Token);
                    _ = await stream.ReadAsync(new byte[1], _stop.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
