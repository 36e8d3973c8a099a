#!/usr/bin/env bash
# Puts the results of tests/comparison/results.tsv into docs/comparison.md, between the marks that name a table.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
page=docs/comparison.md
awk '
  function row(line) { gsub(/\t/, " | ", line); return "| " line " |\n" }
  FNR == NR { name = $0; sub(/\t.*/, "", name); sub(/^[^\t]*\t/, ""); tables[name] = tables[name] row($0); next }
  /^<!-- results: / {
    name = $0; gsub(/^<!-- results: | -->$/, "", name)
    if (!(name in tables)) { print "no results: " name > "/dev/stderr"; exit 1 }
    head = "| | |\n| --- | --- |\n"
    if (name == "normalised") {
      head = "| | progenitor | progenitor, builders |\n| --- | --- | --- |\n"
    } else if (name != "run" && name != "reasons") {
      head = "| | ours | progenitor | progenitor, builders | ploidy | oas3-gen | openapi-generator |\n"
      head = head "| --- | --- | --- | --- | --- | --- | --- |\n"
    }
    printf "%s\n\n%s%s\n", $0, head, tables[name]
    inside = 1
    next
  }
  /^<!-- end -->/ { inside = 0 }
  !inside
' tests/comparison/results.tsv "$page" > "$page.new"
mv "$page.new" "$page"
