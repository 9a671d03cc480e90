#!/usr/bin/env bash
# Whole-process time of one ./gyotaku analyze --offline: the median of 11 runs after a warm-up; then of ./gyotaku scan
# on a folder, where that command exists.
# usage: bench/analyze-time.sh [SAMPLE=samples/ana-miles.eml] [FOLDER=the mails of samples/]
set -euo pipefail
cd "$(dirname "$0")/.."
sample=${1:-samples/ana-miles.eml}
folder=${2:-}
runs=11
out=$(mktemp -d)
[ -n "$folder" ] || { folder=$out/mails; mkdir "$folder"; cp samples/*.eml "$folder"; }
trap 'rm -rf "$out"' EXIT

timed() { # COMMAND... -> "wall cpu peak-MiB" (peak only where /usr/bin/time is there), or the command's own complaint
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -o "$out/time" -f '%e %U %S %M' "$@" >"$out/stdout" 2>"$out/stderr" || return 1
    awk '{ printf "%.2f %.2f %d\n", $1, $2 + $3, $4 / 1024 }' "$out/time"
  else
    local TIMEFORMAT='%R %U %S'
    { time "$@" >"$out/stdout" 2>"$out/stderr"; } 2>"$out/time" || return 1
    awk '{ printf "%.2f %.2f -\n", $1, $2 + $3 }' "$out/time"
  fi
}

median() { # FIELD FILE
  cut -d' ' -f"$1" "$2" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

measure() { # LABEL COMMAND...
  local label=$1
  shift
  timed "$@" >/dev/null || { echo "$label: failed: $(tail -1 "$out/stderr")" >&2; return 1; }
  : >"$out/runs"
  for _ in $(seq "$runs"); do timed "$@" >>"$out/runs"; done
  echo "$label: wall $(median 1 "$out/runs") s, CPU $(median 2 "$out/runs") s, peak $(median 3 "$out/runs") MiB (median of $runs)"
}

measure "analyze --offline $sample" ./gyotaku analyze --offline --out "$out/cases" "$sample"
if ./gyotaku scan --help >/dev/null 2>&1; then
  mails=$(find "$folder" -name '*.eml' | wc -l)
  measure "scan $folder ($mails mails)" ./gyotaku scan --jsonl /dev/null "$folder"
fi
