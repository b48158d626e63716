# A job that starts another job is not its parent. Exported variables whose names the scripts use themselves are put
# aside; all other variables, which some scripts could not write again, are never changed. @names@ stands for these names.
# shellcheck disable=SC2086 # Names have no blanks.
unset -v PLAYBOOKS_JOB PLAYBOOKS_TIMER PLAYBOOKS_SUPERVISOR
PLAYBOOKS_OPTIONS=$-
set +efuC
PLAYBOOKS_NAMES='@names@'
for PLAYBOOKS_NAME in $PLAYBOOKS_NAMES; do
    eval "[ -z \"\${$PLAYBOOKS_NAME+x}\" ] || PLAYBOOKS_WAS_$PLAYBOOKS_NAME=\$$PLAYBOOKS_NAME"
    unset -v $PLAYBOOKS_NAME
done

# Restores the environment.
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
