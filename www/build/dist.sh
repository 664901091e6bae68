#!/usr/bin/env bash
# Builds dist/: the widget, its loader and styles, one rule pack for each language, the page and the offline file.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

say() { printf 'dist: %s\n' "$*"; }
bin=www/node_modules/.bin
parts=build/parts
rm -rf build/pkg $parts dist
mkdir -p $parts dist

# The standard library is built along with the widget: for the WebAssembly MVP, for size, and without the text
# of panics, which takes 40 KB off the module. Cargo calls that unstable, so it must be told that it may.
say "compiling the widget"
env "${wasm_toolchain[@]}" RUSTC_BOOTSTRAP=1 wasm-pack --quiet build www --target web --profile widget --no-opt --no-pack --no-typescript \
  --mode no-install --out-dir ../build/pkg --out-name widget -- \
  -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size

# Fails if anything beyond the MVP is in it: old browsers could not read it.
say "optimising it as WebAssembly MVP"
$bin/wasm-opt build/pkg/widget_bg.wasm -o $parts/eligibility-widget.wasm -Oz --converge \
  --mvp-features --enable-mutable-globals

say "bundling scripts and styles"
es="--bundle --minify --charset=utf8 --target=chrome80,firefox102,safari15 --log-level=warning"
echo '{}' >build/imports.json
$bin/esbuild build/pkg/widget.js $es --format=esm '--mangle-props=^__wbg_.*_[0-9a-f]{16}$' --mangle-cache=build/imports.json \
  --outfile=$parts/eligibility-widget.js
node www/build/shorten-imports.mjs $parts/eligibility-widget.wasm build/imports.json
languages=$(node -p 'JSON.stringify(JSON.parse(fs.readFileSync("rules.json")).languages)')
$bin/esbuild www/define.js $es --format=esm "--define:LANGUAGES=$languages" --outfile=$parts/eligibility-check.js
$bin/esbuild www/offline.js $es --format=iife --define:import.meta.url='""' --outfile=$parts/offline.js
$bin/esbuild www/style.css $es --outfile=$parts/eligibility-check.css
$bin/esbuild www/page.css $es --outfile=$parts/page.css
cp www/offline.html $parts/

say "writing packs and pages"
cp $parts/eligibility-{widget.wasm,widget.js,check.js,check.css} $parts/page.css www/index.html dist/
cargo run --quiet -- bundle --pack rules.json --parts $parts --out dist
ls -l dist | awk 'NR > 1 { printf "  %-28s %8d bytes\n", $9, $5 }'
