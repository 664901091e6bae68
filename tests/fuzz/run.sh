#!/usr/bin/env bash
# Builds the fuzz targets and runs them with libFuzzer.
#
#   run.sh test               every target with a fixed number of inputs and seed; reproducible
#   run.sh SECONDS [TARGET…]  each target for this time, starting from the corpus in target/fuzz/
#
# The crate libfuzzer-sys contains libFuzzer, so that only a C++ compiler has to be installed. The
# flags below are those of cargo-fuzz. Stable rustc accepts them, so neither cargo-fuzz nor a
# nightly compiler is needed. Those would add AddressSanitizer, which detects memory errors; the
# crate forbids unsafe code (Cargo.toml).
set -euo pipefail
cd "$(dirname "$0")/../.."

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/fuzz
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
for part in inline-8bit-counters pc-table trace-compares; do
  coverage+=" -Cllvm-args=-sanitizer-coverage-$part"
done
# With an explicit --target, cargo builds build scripts and macros without coverage.
host=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS="$coverage -Dwarnings" cargo build --quiet --release --manifest-path tests/fuzz/Cargo.toml --target "$host"

targets=(pack browser_pack answers receipt)
# Number of inputs of the bounded run: about six seconds per target on two slow cores.
declare -A inputs=([pack]=4000 [browser_pack]=8000 [answers]=10000 [receipt]=60000)
# Maximum length of an input in bytes. Longer ones reach nothing new.
declare -A max_len=([pack]=8192 [browser_pack]=8192 [answers]=2048 [receipt]=512)

fuzz() { # target folder flags…
  local target=$1 folder=$2 log=$2/log; shift 2
  local regressions=tests/fuzz/regressions/$target corpus=$folder/corpus
  mkdir -p "$corpus" "$folder/seeds"
  # An input that takes ten seconds or a gigabyte is a finding, too.
  if FUZZ_SEEDS=$folder/seeds "$CARGO_TARGET_DIR/$host/release/$target" "$corpus" "$folder/seeds" $(ls -d "$regressions" 2>/dev/null || true) \
    -max_len="${max_len[$target]}" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$folder/failure-" \
    "$@" >"$log" 2>&1; then
    printf 'fuzz: %s: %s inputs, no failure\n' "$target" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | sed ':a;s/\B[0-9]\{3\}\>/ &/;ta')"
  else
    grep -v '^#[0-9]' "$log" | tail -n 40
    local input
    input=$(sed -n 's/.*Test unit written to //p' "$log")
    if [ -n "$input" ]; then
      echo "fuzz: $target: failed; the input is $input"
      echo "fuzz: copy it to $regressions/, named after the bug; cargo test then checks it"
    else
      echo "fuzz: $target: stopped early without a failing input; the log is $log"
    fi
    return 1
  fi
}

if [ "${1:-}" = test ]; then
  # Without an earlier corpus, so that the run is reproducible. The folder remains after a failure.
  folder=$(mktemp -d)
  for target in "${targets[@]}"; do
    fuzz "$target" "$folder/$target" -seed=1 -runs="${inputs[$target]}"
  done
  rm -rf "$folder"
else
  seconds=${1:?usage: run.sh test | run.sh SECONDS [TARGET...]}; shift
  [ $# = 0 ] || targets=("$@")
  for target in "${targets[@]}"; do
    fuzz "$target" "$CARGO_TARGET_DIR/$target" -max_total_time="$seconds"
  done
fi
