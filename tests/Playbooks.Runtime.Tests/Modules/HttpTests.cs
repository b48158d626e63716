using System.Net;
using System.Net.Sockets;

namespace Playbooks.Runtime.Tests.Modules;

[Needs("process")]
public sealed class HttpTests : IDisposable
{
    private static readonly string[] Tools = ["curl", "wget", "busybox"];

    private readonly TestHome _home = new();

    /// <summary>Every shell with every tool.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var shell in TestShell.Every)
            {
                foreach (var tool in Tools)
                {
                    data.Add(shell, tool);
                }
            }

            return data;
        }
    }

    /// <summary>Every shell with the tools that can do all.</summary>
    public static TheoryData<string, string> Capable
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in All.Where(row => row.Data.Item2 != "busybox"))
            {
                data.Add(row.Data);
            }

            return data;
        }
    }

    public static TheoryData<string> EveryTool => new(Tools);

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_has_a_status_headers_and_content(string shell, string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 200 OK\r\nX-One: a: b\r\nset-cookie: x\r\nSet-Cookie: y\r\n\r\nHTTP/1.1\n.\n é\n\n");

        var result = await RunAsync(new Http($"{server.Url}/a?b=[1]&c={{d}}"), tool, shell);

        Assert.Equal((200, "HTTP/1.1\n.\n é\n\n", false, false, null), (result.Status, result.Content, result.Failed, result.Changed, result.Message));
        Assert.Equal(("a: b", "x, y"), (result.Headers["x-one"], result.Headers["SET-COOKIE"]));
        Assert.Equal(($"{server.Url}/a?b=[1]&c={{d}}", false), (result.Url, result.Redirected));
        Assert.StartsWith("GET /a?b=", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Equal(["bin", "tmp"], Directory.GetDirectories(_home.Directory).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries(_home["tmp"]));
    }

    [Theory]
    [MemberData(nameof(Capable))]
    public async Task Method_headers_and_body_arrive_as_they_are_and_show_nowhere(string shell, string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 201 Created\r\n\r\n");
        var name = tool == "curl" ? "curl" : "wget";
        _home.Program(name, $"printf '%s\\n' \"$@\" >>\"$HOME/argv\"; stat -c '%a %F' * >>\"$HOME/modes\"; exec /usr/bin/{name} \"$@\"");
        const string body = "it's \"a\" \\n $HOME `x`\n@file\n\n";

        var result = await RunAsync(
            new Http($"{server.Url}/x")
            {
                Method = "PUT",
                Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer it's \"s3cret\" \\t", ["Content-Type"] = "text/plain" },
                Body = body,
                Status = [200, 201],
            },
            tool,
            shell);

        Assert.Equal((201, null), (result.Status, result.Message));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("PUT /x HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: Bearer it's \"s3cret\" \\t\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: text/plain\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\n{body}", request, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", _home.Read("argv"), StringComparison.Ordinal);
        Assert.DoesNotContain("@file", _home.Read("argv"), StringComparison.Ordinal);
        Assert.All(_home.Read("modes").Trim().Split('\n'), line => Assert.StartsWith("600 ", line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task A_body_makes_it_a_POST(string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 200 OK\r\n\r\n");

        await RunAsync(new Http(server.Url) { Body = "a=1" }, tool);

        Assert.StartsWith("POST / ", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\na=1", server.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("wget")]
    public async Task A_HEAD_has_headers_alone(string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\n");

        var result = await RunAsync(new Http(server.Url) { Method = "HEAD" }, tool);

        Assert.Equal((200, "", "y", null), (result.Status, result.Content, result.Headers["X"], result.Message));
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task A_redirection_is_followed(string tool)
    {
        await using var server = new WebServer(path => path == "/a"
            ? "HTTP/1.1 302 Found\r\nLocation: /b?c\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : "HTTP/1.1 200 OK\r\n\r\nthere");

        var result = await RunAsync(new Http($"{server.Url}/a"), tool);

        Assert.Equal((200, "there", true, $"{server.Url}/b?c"), (result.Status, result.Content, result.Redirected, result.Url));
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("wget")]
    public async Task A_redirection_may_be_the_answer(string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var result = await RunAsync(new Http($"{server.Url}/a") { FollowRedirects = false, Status = [302] }, tool);

        Assert.Equal((302, "/b", false, null), (result.Status, result.Headers["Location"], result.Redirected, result.Message));
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task An_unexpected_status_is_reported_without_text_that_may_be_secret(string tool)
    {
        await using var server = new WebServer(_ => "HTTP/1.1 503 Service Unavailable\r\nX: y\r\n\r\nbroken");

        var result = await RunAsync(new Http(server.Url.Replace("//", "//me:pw@", StringComparison.Ordinal) + "/health?token=t") { Status = [200, 204] }, tool);

        Assert.Equal((true, 503), (result.Failed, result.Status));
        Assert.Equal($"GET {server.Url}/health: the answer is 503 Service Unavailable, but 200 or 204 was expected", result.Message);
        Assert.Equal(tool == "busybox" ? "" : "broken", result.Content);
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task A_refused_connection_is_reported(string tool)
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var result = await RunAsync(new Http($"http://127.0.0.1:{port}/"), tool);

        Assert.Equal((true, null), (result.Failed, result.Status));
        Assert.StartsWith($"GET http://127.0.0.1:{port}/: connection refused", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task A_silent_server_is_reported(string tool)
    {
        await using var server = new WebServer(_ => null);

        var result = await RunAsync(new Http(server.Url) { Timeout = TimeSpan.FromSeconds(1) }, tool);

        Assert.Equal((true, null, $"GET {server.Url}/: timed out after 1 s"), (result.Failed, result.Status, result.Message));
    }

    [Theory]
    [MemberData(nameof(EveryTool))]
    public async Task An_unknown_name_is_reported(string tool)
    {
        var result = await RunAsync(new Http("http://no.such.invalid/"), tool);

        Assert.StartsWith("GET http://no.such.invalid/: the name cannot be resolved (", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_busybox_wget_cannot_send_is_rejected()
    {
        var result = await RunAsync(new Http("http://127.0.0.1/") { Headers = new Dictionary<string, string> { ["A"] = "b" } }, "busybox");

        Assert.Equal("GET http://127.0.0.1/: the wget of BusyBox cannot send headers without showing them to other users: " +
            "install curl on the host", result.Message);
    }

    [Fact]
    public async Task A_host_without_a_tool_is_reported()
    {
        var result = await RunAsync(new Http("http://127.0.0.1/"), "");

        Assert.Equal((true, "GET http://127.0.0.1/: the host has neither curl nor wget"), (result.Failed, result.Message));
    }

    [Fact]
    public void Invalid_settings_are_reported()
    {
        Told(new Http("ftp://x/"), "Http: 'ftp://x/' is not an http:// or https:// address.");
        Told(new Http("/health"), "Http: '/health' is not an http:// or https:// address.");
        Told(new Http("http://a/b c"), "Http: 'http://a/b c' is not an http:// or https:// address.");
        Told(new Http("http://a/") { Timeout = TimeSpan.Zero }, "Http: Timeout (00:00:00) must be more than zero.");
        Told(new Http("http://a/") { Method = "GE T" }, "Http: 'GE T' is not a valid method.");
        Told(
            new Http("http://a/") { Headers = new Dictionary<string, string> { ["A"] = "b\nC: d" } },
            "Http: the header 'A' has a name or a value that is not valid.");

        static void Told(Http http, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => http.ScriptText).Message);
    }

    [Fact]
    public void A_job_that_reached_its_limit_has_failed()
    {
        var result = new Http("http://a/").Parse(new ScriptOutcome { State = JobState.TimedOut, Reason = "limit of 5 s" });

        Assert.Equal((true, null, "GET http://a/: timed out: limit of 5 s"), (result.Failed, result.Status, result.Message));
    }

    public void Dispose() => _home.Dispose();

    private async Task<HttpResult> RunAsync(Http module, string tool, string shell = "dash")
    {
        Directory.CreateDirectory(_home["tmp"]);
        _home.OnlyPrograms = true;
        _home.Link("cat", "mkdir", "rm", "timeout", "stat", "env");
        if (tool == "busybox")
        {
            _home.Program("wget", "exec /usr/bin/busybox wget \"$@\"");
        }
        else if (tool.Length > 0 && !File.Exists(_home[$"bin/{tool}"]))
        {
            _home.Link(tool);
        }

        await using var host = new TestHost($"/usr/bin/{shell}", _home);
        return await host.RunAsync(module with { Env = new Dictionary<string, string> { ["TMPDIR"] = _home["tmp"] } });
    }
}
