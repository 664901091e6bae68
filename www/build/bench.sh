#!/usr/bin/env bash
# Builds what is measured, exactly as the widget is built: build/bench/, the engine with loops around it and the page that runs it,
# and build/empty/, an empty Yew page to compare with.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

bin=www/node_modules/.bin
rm -rf build/bench-pkg build/bench build/empty
mkdir -p build/bench build/empty

compile() { # name, its package, where the module goes
  env "${wasm_toolchain[@]}" RUSTC_BOOTSTRAP=1 wasm-pack --quiet build "$2" --target web --profile widget --no-opt --no-pack --no-typescript \
    --mode no-install --out-dir "$PWD/build/bench-pkg" --out-name "$1" -- \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
  $bin/wasm-opt "build/bench-pkg/$1_bg.wasm" -o "$3" \
    --flatten --rereloop -Oz -Oz --converge --always-inline-max-function-size=4 --one-caller-inline-max-function-size=0 \
    --mvp-features --enable-mutable-globals
}

echo "bench: compiling the engine for the browser"
compile bench www/bench build/bench/bench_bg.wasm
cp build/bench-pkg/bench.js www/bench/page.js www/bench/plain.js build/bench/

echo "bench: compiling an empty page to compare with"
compile empty www/bench/empty build/empty/empty.wasm
$bin/esbuild www/bench/empty/page.js --bundle --minify --format=esm --target=chrome80,firefox102,safari15 --log-level=warning \
  --alias:empty-module=./build/bench-pkg/empty.js --outfile=build/empty/empty.js
cp www/bench/empty/index.html build/empty/
