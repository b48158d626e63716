# Removes the files of a job that ended or was lost.
exec 2>/dev/null
look
group=$(readlink "$dir/group")
[ -z "$unfinished" ] || end_leftovers "${its_grace:-10}"
case $state in
starting | running) ;;
*)
    drop_group
    [ -h "$dir" ] || rm -rf "$dir" 2>&1
    ;;
esac
