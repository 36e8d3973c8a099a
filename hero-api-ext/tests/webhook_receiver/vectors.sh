#!/usr/bin/env bash
# Writes vectors.json: signatures made by openssl, so that the verifier is not checked against itself.
# The keys are invented. Needs openssl and base64: ./vectors.sh > vectors.json
set -euo pipefail

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# vector NAME KEY TIMESTAMP, body from standard input
vector() {
  local name=$1 key=$2 timestamp=$3
  cat >"$work/body"
  { printf '%s.' "$timestamp"; cat "$work/body"; } >"$work/signed"
  openssl dgst -sha256 -hmac "$key" -binary "$work/signed" >"$work/mac"
  # A pipe ends in a process of its own, so what is remembered is a file.
  if [ -e "$work/first" ]; then printf ',\n'; fi
  touch "$work/first"
  printf '  {\n'
  printf '    "name": "%s",\n' "$name"
  printf '    "key": "%s",\n' "$key"
  printf '    "timestamp": "%s",\n' "$timestamp"
  printf '    "body_base64": "%s",\n' "$(base64 -w0 <"$work/body")"
  printf '    "hex": "%s",\n' "$(openssl dgst -sha256 -hmac "$key" -hex "$work/signed" | sed 's/.*= //')"
  printf '    "base64": "%s"\n' "$(base64 -w0 <"$work/mac")"
  printf '  }'
}

event() {
  printf '{"object":"%s","id":"%s","practice_group_id":"%s","event":"%s"}' "$2" "$3" "$4" "$1" | vector "$1" "$key" 1792929600
}

key="a key that was made up for a test"
long=$(printf 'k%.0s' {1..200})

echo "["
event appointment.confirmed Appointment 7 12
event appointment.rescheduled Appointment 7 12
event appointment.cancelled Appointment 7 12
event form-submission.created FormSubmission 41 12
event prescription.issued Prescription 99 12
event patient.medical-record-updated Patient 1001 12
event patient.added-to-sequence Patient 1001 12
event write-to-record.succeeded Message 5 12
event write-to-record.failed Message 5 12
printf '{"event":"x"}' | vector "milliseconds" "$key" 1792929600123
printf '{"event":"x"}' | vector "ISO 8601" "$key" 2026-10-25T12:00:00.000Z
printf '{"event":"x"}' | vector "ISO 8601 with an offset" "$key" 2026-10-25T13:00:00+01:00
printf '{"event":"x"}' | vector "HTTP date" "$key" "Sun, 25 Oct 2026 12:00:00 GMT"
printf '{"event":"x"}' | vector "key of one byte" k 1792929600
printf '{"event":"x"}' | vector "key of one block" "${long:0:64}" 1792929600
printf '{"event":"x"}' | vector "key longer than a block" "${long:0:65}" 1792929600
printf '{"event":"x"}' | vector "key of 200 bytes" "$long" 1792929600
printf '{"event":"x"}' | vector "key that is not ASCII" "clé à molette 🔑" 1792929600
printf '' | vector "no body" "$key" 1792929600
printf '{"event":"x","name":"Zo\xc3\xab \xf0\x9f\xa9\xba"}' | vector "body that is not ASCII" "$key" 1792929600
printf '{ "event" : "x" }\r\n\n' | vector "body with white space" "$key" 1792929600
printf '\x00\x01\xfe\xff.\x00' | vector "body that is not text" "$key" 1792929600
head -c 1024 /dev/zero | tr '\0' ' ' | vector "body of 1 KiB" "$key" 1792929600
printf '\n]\n'
