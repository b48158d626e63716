# Checks a job once.
exec 2>/dev/null
look
report
