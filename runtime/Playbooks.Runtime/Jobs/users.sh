# Leaves a note for whoever looks for jobs: that $user has some, in that user's own directory.
umask 077
mkdir -p "$base/.users" && : >"$base/.users/$user"
