# Looks at $p, and where $follow is -L, at what a link there leads to. Prints what is there, and sets $a to it.
go "$p" "$follow" || { reach "$p"; echo absent; exit; }
if ! [ -e "$at" ] && ! [ -L "$at" ]; then echo absent; exit; fi
# shellcheck disable=SC2086 # It is a word, or none.
a=$(look "$at" $how)
printf '%s\n' "$a"
