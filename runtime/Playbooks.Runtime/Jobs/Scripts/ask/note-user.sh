# Leaves a note in this user's own directory that $user has jobs, for later searches.
umask 077
make=yes
enter_base && mkdir -p "$base/.users" && : >"$base/.users/$user"
