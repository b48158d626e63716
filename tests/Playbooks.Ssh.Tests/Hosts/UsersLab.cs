namespace Playbooks.Ssh.Tests.Hosts;

/// <summary>
/// A lab whose hosts have users of their own, in an <c>/etc</c> and a <c>/home</c> of their own: <c>ops</c> becomes others
/// with a password, <c>free</c> without one, <c>bare</c> has no program for it; <c>db</c> and the service <c>svc</c>, whose
/// shell lets nobody log in, are become. Needs root.
/// </summary>
public sealed class UsersLab : Lab
{
    /// <summary>The password of <c>ops</c>, whom <c>sudo</c> asks for it.</summary>
    internal const string OpsPassword = "ops'pass $HOME \"ü\"";

    /// <summary>The password of <c>db</c>, for which <c>su</c> asks.</summary>
    internal const string DbPassword = "db-pass;exit";

    private const string Setup =
        """
        set -e
        umask 022
        cp -a /etc /run/etc
        cd /run/etc
        cat >>passwd <<'END'
        ops:x:2001:2001::/home/ops:/bin/sh
        free:x:2002:2002::/home/free:/bin/sh
        bare:x:2003:2003::/home/bare:/run/bare-shell
        db:x:2004:2004::/home/db:/bin/bash
        svc:x:2005:2005::/home/svc:/usr/sbin/nologin
        END
        for user in ops free bare db svc; do
          uid=$(grep "^$user:" passwd | cut -d: -f3)
          hash='*'
          if [ -e ~/"$user.password" ]; then hash=$(openssl passwd -6 -stdin <~/"$user.password"); fi
          echo "$user:x:$uid:" >>group
          echo "$user:$hash:19000:0:99999:7:::" >>shadow
        done
        rm -f sudoers
        cat >sudoers <<'END'
        Defaults use_pty, lecture=always, timestamp_timeout=0
        root ALL=(ALL:ALL) ALL
        ops ALL=(db, svc) ALL
        free ALL=(db, svc) NOPASSWD: ALL
        END
        chmod 440 sudoers
        cat >doas.conf <<'END'
        permit ops as db
        permit nopass free as db
        END
        chmod 400 doas.conf
        cat >/run/bare-shell <<'END'
        #!/bin/sh
        PATH=/nowhere
        export PATH
        exec /bin/sh "$@"
        END
        chmod 755 /run/bare-shell
        cp /mnt/authorized_keys /run/authorized_keys
        chmod 644 /run/authorized_keys
        mkdir -p /var/lib/sudo
        mount -t tmpfs -o mode=700 tmpfs /var/lib/sudo
        mount -t tmpfs -o mode=755 tmpfs /home
        mount --bind /run/etc /etc
        for user in ops free bare db svc; do
          mkdir -m 700 "/home/$user"
          chown "$user:$user" "/home/$user"
        done
        rm -f ~/*.password
        """;

    public UsersLab()
        : base(2)
    {
    }

    protected override string SshdLines => "AllowUsers ops free bare\nAuthorizedKeysFile /mnt/authorized_keys /run/authorized_keys";

    public override async ValueTask InitializeAsync()
    {
        Assert.True(User == "root", "Users are made in the hosts' own /etc: run this as root.");
        await base.InitializeAsync();
        foreach (var host in Names)
        {
            await File.WriteAllTextAsync(Path.Combine(Home(host), "ops.password"), OpsPassword);
            await File.WriteAllTextAsync(Path.Combine(Home(host), "db.password"), DbPassword);
            await File.WriteAllTextAsync(Path.Combine(Home(host), "setup"), Setup);
            await SshAsync(host, "sh setup");
        }
    }
}
