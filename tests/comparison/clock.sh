#!/usr/bin/env bash
# Runs the compiler for a crate of run.sh, and notes CPU seconds and errors below $CLOCK. Cargo calls it for these crates only.
name=
for ((at = 1; at < $#; at++)); do
  if [ "${!at}" = --crate-name ]; then
    at=$((at + 1))
    name=${!at}
  fi
done
if [ -z "$name" ] || [ "$name" = ___ ]; then
  exec "$@"
fi
TIMEFORMAT='%U %S'
{ time "$@" 2> "$CLOCK/$name.err"; } 2>> "$CLOCK/$name.seconds"
status=$?
cat "$CLOCK/$name.err" >&2
exit $status
