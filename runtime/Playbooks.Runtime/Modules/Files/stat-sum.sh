# Prints the checksum of what stat-path.sh has looked at, or an empty line where that is no regular file. Meanwhile somebody else may have put
# something else there. It needs opened.sh.
whole() { opened; sum; }
case $a in
'c 8'* | 'f 10'????' '* | 'l -'*)
    s=$(reading "$at" whole 2>&1) || fail "cannot be read: $s"
    line "$s"
    ;;
*) echo ;;
esac
