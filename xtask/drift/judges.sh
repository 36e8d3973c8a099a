#!/usr/bin/env bash
# Asks cargo-public-api and cargo-semver-checks, if they are installed, what they say of each change that the Rust axis has a
# verdict on.
#   cargo install --locked cargo-public-api cargo-semver-checks
#   xtask/drift/judges.sh FOLDER [--write]
# Prints a table in Markdown, and how often each agrees. --write keeps it in xtask/drift/src/judges/table.tsv, which
# docs/drift-rules.md is rendered from. Both need a nightly toolchain. FOLDER keeps what was built, and what was
# said of two crates by a tool of one version: a run that was stopped goes on where it was.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo run --quiet -p xtask-drift --example judges -- "$folder"
export CARGO_TARGET_DIR="$folder/target"

# The public items, with derived implementations: a lost derive is a source break.
items() {
  cargo +nightly public-api -ss --manifest-path "$1/Cargo.toml" 2> "$folder/log" | LC_ALL=C sort -u
  [ "${PIPESTATUS[0]}" = 0 ] || { cat "$folder/log" >&2; exit 1; }
}

# What differs between two lists of items.
public-api() {
  items "$folder/$1" > "$folder/new.txt"
  if [ -n "$(LC_ALL=C comm -23 "$folder/base.txt" "$folder/new.txt")" ]; then
    echo "break"
  elif [ -n "$(LC_ALL=C comm -13 "$folder/base.txt" "$folder/new.txt")" ]; then
    echo "addition"
  else
    echo "same"
  fi
}

# What cargo-semver-checks reads: one description per crate, for both sides by the same compiler.
rustdoc() {
  cargo +nightly rustdoc --quiet --lib --manifest-path "$1/Cargo.toml" -- -Z unstable-options --output-format json \
    --document-private-items --document-hidden-items --cap-lints allow || exit 1
  cp "$CARGO_TARGET_DIR/doc/practice.json" "$2"
}

# The exit code is 1 for a break, and also when the tool cannot tell: its last lines say which.
semver-checks() {
  local log="$folder/$1/semver.txt" compared
  if cmp -s "$folder/base/Cargo.toml" "$folder/$1/Cargo.toml"; then
    rustdoc "$folder/$1" "$folder/new.json"
    compared=(--baseline-rustdoc "$folder/base.json" --current-rustdoc "$folder/new.json")
  else
    # Only so it sees the features, and it then has everything built by itself.
    compared=(--baseline-root "$folder/base" --manifest-path "$folder/$1/Cargo.toml")
  fi
  cargo semver-checks "${compared[@]}" --release-type minor --color never > "$log" 2>&1 || true
  if grep -q "Summary semver requires new major version" "$log"; then
    echo "break"
  elif grep -q "Summary no semver update required" "$log"; then
    echo "no break"
  else
    cat "$log" >&2
    exit 1
  fi
}

# asked TOOL INDEX: what a tool says, or said before of the same two crates.
asked() {
  local crates kept
  crates=$(cd "$folder" && find base "$2" -name '*.rs' -o -name Cargo.toml | LC_ALL=C sort | xargs sha256sum)
  kept="$folder/said/$1-$2-$(printf '%s\n%s' "${versions[$1]}" "$crates" | sha256sum | cut -c1-16)"
  # Moved when it is whole: a tool that fails has said nothing.
  [ -s "$kept" ] || { "$1" "$2" > "$kept.new" && mv "$kept.new" "$kept"; }
  cat "$kept"
}

declare -A versions
tools=()
for tool in public-api semver-checks; do
  if cargo "$tool" --version > "$folder/log" 2>&1; then
    tools+=("$tool")
    versions[$tool]="$(cat "$folder/log") $(rustc +nightly --version)"
  fi
done
[ "${#tools[@]}" -gt 0 ]

mkdir -p "$folder/said"
items "$folder/base" > "$folder/base.txt"
[ -s "$folder/base.txt" ]
rustdoc "$folder/base" "$folder/base.json"
{
  printf '# On %s, with' "$(date -u +%Y-%m-%d)"
  for tool in "${tools[@]}"; do printf ' %s,' "$(cargo "$tool" --version)"; done
  printf ' %s\n' "$(rustc +nightly --version)"
  printf 'change\tdrift\tshown by rustc'
  printf '\tcargo-%s' "${tools[@]}"
} > "$folder/table.tsv"
while IFS=$'\t' read -r index name verdict proof; do
  printf '\n%s\t%s\t%s' "$name" "$verdict" "$proof" >> "$folder/table.tsv"
  for tool in "${tools[@]}"; do
    # Assigned first: a command that fails inside an argument would pass.
    said=$(asked "$tool" "$index")
    printf '\t%s' "$said" >> "$folder/table.tsv"
  done
done < "$folder/kinds.tsv"
echo >> "$folder/table.tsv"

awk -F '\t' '
  /^#/ { next }
  { gsub(/\t/, " | "); print "| " $0 " |" }
' "$folder/table.tsv"
awk -F '\t' '
  /^#/ { next }
  !columns { columns = NF; for (at = 4; at <= NF; at++) name[at] = $at; next }
  { asked++; for (at = 4; at <= columns; at++) agreed[at] += ($2 == "source break") == ($at == "break") }
  END { for (at = 4; at <= columns; at++) print name[at] " agrees on " agreed[at] " of " asked }
' "$folder/table.tsv"
if [ "${2-}" = --write ]; then
  cp "$folder/table.tsv" xtask/drift/src/judges/table.tsv
fi
