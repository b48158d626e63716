# A script that is about one job knows $id and $dir from the lines before this one.
valid "$id" "$dir" || exit 64
