# Ends all processes below the shell $root. The shell must be at least $age seconds old: a younger process has reused the shell's number.
# $grace is in hundredths of a second. The shell itself keeps running. Fails if a process could not be ended.
set +efuC
child= group=

# A script has neither the marks nor the cgroup of a job.
having() { :; }
drop_group() { :; }

birth self
self=$born
birth "$root"
[ -n "$born" ] || exit 1
root=$root:$born
if [ -n "$self" ]; then
    # Hosts count births in hundredths of a second.
    [ "${#born}" -gt 2 ] && born=${born%??} || born=0
    [ $((${self%??} - born)) -ge "$age" ] || exit 1
fi
end_tree "$grace"
[ "$members$more" = ' ' ]
