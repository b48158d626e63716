# Ends what runs below the shell $root, which is there for at least $age seconds: what is younger has the number of a shell that is gone.
# $grace is hundredths of a second. The shell itself goes on. Fails where something goes on as well.
set +efuC
child= group=

# A script has neither the marks of a job nor its cgroup.
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
