# Looks, until there is what is waited for, or where $gone says yes, until there is not. $delay, $timeout and $interval are seconds.
# The "look" of another file tries once, and sets $why to what it saw, and $line to what is to be printed where it has found it.
clock() { { read -r now rest </proc/uptime; } 2>/dev/null && now=${now%%.*} || now=$(date +%s); }
[ "$delay" = 0 ] || sleep "$delay"
line=
clock
end=$((now + timeout))
while :; do
    if look; then found=yes; else found=; fi
    if [ "$found" != "$gone" ]; then
        [ -z "$line" ] || printf '%s\n' "$line"
        exit 0
    fi
    clock
    left=$((end - now))
    if [ "$left" -le 0 ]; then
        printf '%s\n' "$why" >&2
        exit 124
    fi
    [ "$left" -lt "$interval" ] || left=$interval
    sleep "$left"
done
