#!/usr/bin/env bash
# Builds build/bench/: the engine with loops around it, exactly as the widget is built, and the page that runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

bin=www/node_modules/.bin
rm -rf build/bench-pkg build/bench
mkdir -p build/bench
echo "bench: compiling the engine for the browser"
env "${wasm_toolchain[@]}" RUSTC_BOOTSTRAP=1 wasm-pack --quiet build www/bench --target web --profile widget --no-opt --no-pack --no-typescript \
  --mode no-install --out-dir ../../build/bench-pkg --out-name bench -- \
  -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
$bin/wasm-opt build/bench-pkg/bench_bg.wasm -o build/bench/bench_bg.wasm \
  --flatten --rereloop -Oz -Oz --converge --always-inline-max-function-size=4 --one-caller-inline-max-function-size=0 \
  --mvp-features --enable-mutable-globals
cp build/bench-pkg/bench.js www/bench/page.js www/bench/plain.js build/bench/
