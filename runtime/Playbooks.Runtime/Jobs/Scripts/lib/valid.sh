# Whether $1 is the id of a job, and $2, if given, ends in it: no path can be smuggled in. The same rule as on the
# controller's side.
valid() (
    LC_ALL=C
    case $1 in
    '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]* | *..*) return 1 ;;
    esac
    case ${2-/$1} in
    *"/$1") [ "${#1}" -le 128 ] ;;
    *) return 1 ;;
    esac
)
