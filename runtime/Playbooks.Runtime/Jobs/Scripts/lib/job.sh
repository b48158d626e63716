# The lines before this one set $id and $dir for scripts about one job.
valid "$id" "$dir" || exit 64
