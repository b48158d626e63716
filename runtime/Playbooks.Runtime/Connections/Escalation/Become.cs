using System.Collections.Concurrent;
using System.Text;
using Playbooks.Connections.Shells;

namespace Playbooks.Connections.Escalation;

/// <summary>Opens shells as other users on one host.</summary>
/// <param name="host">The host's name.</param>
/// <param name="login">The connection's user.</param>
/// <param name="shell">The shell.</param>
/// <param name="options">The become method and the password.</param>
/// <param name="time">The clock for the deadlines.</param>
internal sealed class Become(string host, string login, string shell, BecomeOptions options, TimeProvider time)
{
    /// <summary>
    /// How long the become method's program may take to ask for the password, and then to start the shell. A lost connection is noticed sooner.
    /// </summary>
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>How long text that looks like a password prompt may still turn out to be something else.</summary>
    internal static readonly TimeSpan Doubt = TimeSpan.FromSeconds(2);

    private readonly BecomeFailure _failure = new(host, login, options.Method);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private readonly ConcurrentDictionary<string, string> _accounts = new();

    /// <summary>
    /// Opens a pipe to a new shell of a user. The shell reads its commands from standard input. It runs in a scope of systemd if one is given.
    /// </summary>
    /// <exception cref="BecomeException">The host does not allow running as the user.</exception>
    /// <exception cref="UnreachableException">The connection was lost.</exception>
    internal async Task<IPipe> OpenAsync(ITransport transport, string user, ShellScope? scope, IPipeSink sink, CancellationToken cancellationToken)
    {
        if (!UserName.IsPossible(user))
        {
            throw _failure.NoName(user);
        }

        if (options.Password is null)
        {
            return await EnterAsync(transport, user, scope, sink, cancellationToken).ConfigureAwait(false);
        }

        // One attempt at a time, and none after a refusal: a few wrong passwords can lock an account.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _refused.ContainsKey(Account(user))
                ? throw _failure.RefusedBefore(user)
                : await EnterAsync(transport, user, scope, sink, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IPipe> EnterAsync(ITransport transport, string user, ShellScope? scope, IPipeSink sink, CancellationToken cancellationToken)
    {
        var greeting = new Greeting(sink, options.Method);
        var command = BecomeCommand.Text(options.Method, user, shell, greeting, options.Password is not null, scope);
        var pipe = await transport.OpenAsync(command, greeting, cancellationToken).ConfigureAwait(false);
        try
        {
            await AnswerAsync(pipe, greeting, user, cancellationToken).ConfigureAwait(false);
            await pipe.WriteAsync(Encoding.ASCII.GetBytes(greeting.Word + "\n"), cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        catch (TimeoutException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw _failure.Silent(user, greeting.Said);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the shell announces itself, and answers the password prompt if there is one.</summary>
    private async Task AnswerAsync(IPipe pipe, Greeting greeting, string user, CancellationToken cancellationToken)
    {
        await Task.WhenAny(greeting.Announced, greeting.Asked, pipe.Exit).WaitAsync(Deadline, time, cancellationToken).ConfigureAwait(false);
        var isSent = false;
        if (!greeting.Announced.IsCompleted && !pipe.Exit.IsCompleted)
        {
            if (options.Password is { } password)
            {
                if (await greeting.Asked.ConfigureAwait(false) is { } whose)
                {
                    _accounts[user] = whose;
                }

                if (_refused.ContainsKey(Account(user)))
                {
                    throw _failure.RefusedBefore(user);
                }

                isSent = true;
                await pipe.WriteAsync(Encoding.UTF8.GetBytes(password.Text + "\n"), cancellationToken).ConfigureAwait(false);
                await Task.WhenAny(greeting.Announced, greeting.AskedAgain, pipe.Exit).WaitAsync(Deadline, time, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await DoubtAsync(pipe, greeting, user, cancellationToken).ConfigureAwait(false);
            }
        }

        if (greeting.Announced.IsCompleted)
        {
            return;
        }

        if (pipe.Exit.IsCompleted && await pipe.Exit.ConfigureAwait(false) is var exit)
        {
            throw exit.Lost is { } why
                ? new UnreachableException(host, $"The connection was lost: {why}.") { WasReached = true }
                : _failure.Known(user, exit.Status, greeting.Said)
                    ?? (isSent ? Refused(user, exit.Status, greeting.Said) : _failure.Ended(user, exit.Status, greeting.Said, options.Password is not null));
        }

        throw Refused(user, null, greeting.Said);
    }

    private async Task DoubtAsync(IPipe pipe, Greeting greeting, string user, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAny(greeting.Announced, pipe.Exit).WaitAsync(Doubt, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw _failure.Missing(user);
        }
    }

    private BecomeException Refused(string user, int? status, string said)
    {
        _refused[Account(user)] = true;
        return _failure.Refused(user, Account(user), status, said);
    }

    /// <summary>The user whose password is requested: as the prompt says, or else as is usual for the become method.</summary>
    private string Account(string user) => _accounts.GetValueOrDefault(user) ?? (options.Method == BecomeMethod.Su ? user : login);
}
