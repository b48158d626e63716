# A job that starts another is not its parent in any sense. What else was exported under names that the scripts use themselves is put
# aside; all the rest, which no script may be able to write again, is never touched. @names@ stands for these names.
# shellcheck disable=SC2086 # Names have no blanks.
unset -v PLAYBOOKS_JOB PLAYBOOKS_TIMER PLAYBOOKS_SUPERVISOR
PLAYBOOKS_OPTIONS=$-
set +efuC
PLAYBOOKS_NAMES='@names@'
for PLAYBOOKS_NAME in $PLAYBOOKS_NAMES; do
    eval "[ -z \"\${$PLAYBOOKS_NAME+x}\" ] || PLAYBOOKS_WAS_$PLAYBOOKS_NAME=\$$PLAYBOOKS_NAME"
    unset -v $PLAYBOOKS_NAME
done

# Makes the environment what it was.
give_back() {
    for PLAYBOOKS_NAME in $PLAYBOOKS_NAMES; do
        unset -v $PLAYBOOKS_NAME
        eval "[ -z \"\${PLAYBOOKS_WAS_$PLAYBOOKS_NAME+x}\" ] || export $PLAYBOOKS_NAME=\"\$PLAYBOOKS_WAS_$PLAYBOOKS_NAME\""
        unset -v PLAYBOOKS_WAS_$PLAYBOOKS_NAME
    done
    for PLAYBOOKS_NAME in e f u C; do
        case $PLAYBOOKS_OPTIONS in *$PLAYBOOKS_NAME*) set -$PLAYBOOKS_NAME ;; esac
    done
    unset -v PLAYBOOKS_NAME PLAYBOOKS_NAMES PLAYBOOKS_OPTIONS
}
