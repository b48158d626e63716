# Enables lingering for this user, and waits for the user's systemd. Prints "lingers", or the reason why it failed.
name=$(id -un)
private=/run/user/$(id -u)/systemd/private
if why=$(loginctl --no-ask-password enable-linger "$name" 2>&1 </dev/null); then
    waits=0
    while [ ! -S "$private" ] && [ "$waits" -lt 100 ]; do
        pause
        waits=$((waits + 1))
    done
    echo lingers
else
    printf '%s\n' "$why"
fi
