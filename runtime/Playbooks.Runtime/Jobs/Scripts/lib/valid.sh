# Succeeds if $1 is the id of a job and, if $2 is given, ends with it, so that it cannot contain a path. The controller applies the
# same rule.
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
