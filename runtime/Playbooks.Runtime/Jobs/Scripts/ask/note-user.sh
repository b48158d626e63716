# Leaves a note for whoever looks for jobs: that $user has some, in that user's own directory.
umask 077
make=yes
enter_base && mkdir -p "$base/.users" && : >"$base/.users/$user"
