#!/usr/bin/env bash
# Builds the pages that the benchmarks measure, with the settings of the widget:
#
#   build/bench/   the engine in loops, and the page that runs it
#   build/empty/   an empty Yew page for comparison
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/steps.sh

pkg=build/bench-pkg
rm -rf $pkg build/bench build/empty
mkdir -p build/bench build/empty

echo "bench: compiling the engine for the browser"
compile_module bench www/bench $pkg widget
optimize_module $pkg/bench_bg.wasm build/bench/bench_bg.wasm
cp $pkg/bench.js www/bench/engine-page.js www/bench/plain-javascript.js build/bench/

echo "bench: compiling an empty Yew page for comparison"
compile_module empty www/bench/empty $pkg widget
optimize_module $pkg/empty_bg.wasm build/empty/empty.wasm
bundle_script www/bench/empty/page.js build/empty/empty.js --format=esm "--alias:empty-module=./$pkg/empty.js"
cp www/bench/empty/index.html build/empty/
