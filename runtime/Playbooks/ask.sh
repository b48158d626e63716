# Asks $1 at the terminal, wherever the standard streams go, and prints the answer. The terminal does not echo it.
exec 3<>/dev/tty || exit
was=$(stty -g <&3) || exit
trap 'stty "$was" <&3' EXIT
trap 'exit 130' HUP INT TERM
stty -echo <&3
printf %s "$1" >&3
IFS= read -r answer <&3
echo >&3
printf %s "$answer"
