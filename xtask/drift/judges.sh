#!/usr/bin/env bash
# Asks cargo-public-api and cargo-semver-checks what they say of each change that the Rust axis has a verdict on.
#   cargo install cargo-public-api cargo-semver-checks
#   xtask/drift/judges.sh FOLDER
# Prints a table in Markdown, and how often they agree. cargo-public-api needs a nightly toolchain.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo run --quiet -p xtask-drift --example judges -- "$folder"
export CARGO_TARGET_DIR="$folder/target"

items() {
  cargo +nightly public-api -sss --manifest-path "$1/Cargo.toml" | LC_ALL=C sort -u
}

agree=0
asked=0
echo "| change | drift | cargo-public-api | cargo-semver-checks |"
echo "| --- | --- | --- | --- |"
while IFS=$'\t' read -r index name verdict; do
  items "$folder/$index/old" > "$folder/old.txt"
  items "$folder/$index/new" > "$folder/new.txt"
  if [ -n "$(LC_ALL=C comm -23 "$folder/old.txt" "$folder/new.txt")" ]; then
    public="break"
  elif [ -n "$(LC_ALL=C comm -13 "$folder/old.txt" "$folder/new.txt")" ]; then
    public="addition"
  else
    public="same"
  fi
  if cargo semver-checks --manifest-path "$folder/$index/new/Cargo.toml" --baseline-root "$folder/$index/old" \
    --release-type minor > "$folder/$index/semver.txt" 2>&1; then
    semver="no break"
  else
    semver="break"
  fi
  echo "| $name | $verdict | $public | $semver |"
  # What breaks at run time leaves the items as they are, or adds to them.
  asked=$((asked + 1))
  if [ "$verdict" = "source break" ] && [ "$public" = break ] || [ "$verdict" != "source break" ] && [ "$public" != break ]; then
    agree=$((agree + 1))
  fi
done < "$folder/kinds.tsv"
echo
echo "cargo-public-api agrees on $agree of $asked."
