#!/usr/bin/env bash
# Fuzzing with libFuzzer: inputs that reach new lines of the program are kept and changed further.
#
#   run.sh test               every target with a fixed number of inputs and a fixed seed: the same run everywhere
#   run.sh SECONDS [TARGET…]  so long for each target, going on from what earlier runs have kept in target/fuzz/
#
# libFuzzer comes with the crate libfuzzer-sys, so that a C++ compiler is all there is to install. The flags below are
# those of cargo-fuzz, and stable rustc takes them: neither cargo-fuzz nor a nightly compiler is needed. Those would add
# AddressSanitizer, which finds misuse of memory; the program has no unsafe code (Cargo.toml forbids it).
set -euo pipefail
cd "$(dirname "$0")/../.."

export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/fuzz
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
for part in inline-8bit-counters pc-table trace-compares; do
  coverage+=" -Cllvm-args=-sanitizer-coverage-$part"
done
# Named even though it is the machine's own: build scripts and macros are then built without coverage.
host=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS="$coverage -Dwarnings" cargo build --quiet --release --manifest-path tests/fuzz/Cargo.toml --target "$host"

targets=(pack browser_pack answers receipt)
# Inputs of the bounded run, chosen for about six seconds each on two slow cores.
declare -A inputs=([pack]=4000 [browser_pack]=8000 [answers]=10000 [receipt]=60000)
# Longer ones teach nothing more.
declare -A longest=([pack]=8192 [browser_pack]=8192 [answers]=2048 [receipt]=512)

fuzz() { # target folder flags…
  local target=$1 folder=$2 log=$2/log; shift 2
  local found=tests/fuzz/found/$target kept=$folder/kept
  mkdir -p "$kept" "$folder/seeds"
  # An input that takes ten seconds or a gigabyte is a finding as well.
  if FUZZ_SEEDS=$folder/seeds "$CARGO_TARGET_DIR/$host/release/$target" "$kept" "$folder/seeds" $(ls -d "$found" 2>/dev/null || true) \
    -max_len="${longest[$target]}" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$folder/found-" \
    "$@" >"$log" 2>&1; then
    printf 'fuzz: %s: %s inputs, nothing found\n' "$target" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | sed ':a;s/\B[0-9]\{3\}\>/ &/;ta')"
  else
    grep -v '^#[0-9]' "$log" | tail -n 40
    local input
    input=$(sed -n 's/.*Test unit written to //p' "$log")
    if [ -n "$input" ]; then
      echo "fuzz: $target: found something; the input is $input"
      echo "fuzz: put it into $found/, named after what it shows; cargo test then runs it"
    else
      echo "fuzz: $target: stopped before its end, with no finding; the log is $log"
    fi
    return 1
  fi
}

if [ "${1:-}" = test ]; then
  # Nothing is taken over from earlier runs, so that this one is the same for everybody; what it finds is kept.
  folder=$(mktemp -d)
  for target in "${targets[@]}"; do
    fuzz "$target" "$folder/$target" -seed=1 -runs="${inputs[$target]}"
  done
  rm -rf "$folder"
else
  seconds=${1:?how many seconds for each target?}; shift
  [ $# = 0 ] || targets=("$@")
  for target in "${targets[@]}"; do
    fuzz "$target" "$CARGO_TARGET_DIR/$target" -max_total_time="$seconds"
  done
fi
