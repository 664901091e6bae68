#!/usr/bin/env bash
# Builds dist/: the widget, its loader and styles, one rule pack for each language, the page, the offline file, and the
# rules in full without script.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

say() { printf 'dist: %s\n' "$*"; }
bin=www/node_modules/.bin
parts=build/parts
rm -rf build/pkg $parts dist
mkdir -p $parts dist

es="--bundle --minify --charset=utf8 --target=chrome80,firefox102,safari15 --log-level=warning"

# The standard library is built along with a module: for the WebAssembly MVP, for size, and without the text
# of panics, which takes 40 KB off. Cargo calls that unstable, so it must be told that it may.
compile() { # module, its package
  say "compiling the $1 module"
  env "${wasm_toolchain[@]}" RUSTC_BOOTSTRAP=1 wasm-pack --quiet build "$2" --target web --profile widget --no-opt --no-pack --no-typescript \
    --mode no-install --out-dir "$PWD/build/pkg" --out-name "$1" -- \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
  # The passes before -Oz, and little inlining, take another 1 KB off what is sent.
  # Fails if anything beyond the MVP is in it: old browsers could not read it.
  say "optimising it as WebAssembly MVP"
  $bin/wasm-opt "build/pkg/$1_bg.wasm" -o "$parts/eligibility-$1.wasm" \
    --flatten --rereloop -Oz -Oz --converge --always-inline-max-function-size=4 --one-caller-inline-max-function-size=0 \
    --mvp-features --enable-mutable-globals
}

# What our scripts share among themselves alone, and with a module, gets short names: the same ones in all of them,
# and none that would be taken for a long one when the offline file is bundled of what has been bundled.
echo '{}' >build/names.json
short=('--mangle-props=^(__wbg_.*_[0-9a-f]{16}|_[a-z][A-Za-z_]{2,})$' --mangle-cache=build/names.json)

# Bundles the script that holds a module's glue.
glue() { # module, its script, flags
  local module=$1 script=$2; shift 2
  $bin/esbuild "$script" $es --format=esm "${short[@]}" "$@" --outfile="$parts/eligibility-$module.js"
  node www/build/shorten-imports.mjs "$parts/eligibility-$module.wasm" build/names.json
}

compile widget www
compile details www/details
compile headless www/headless

say "bundling scripts and styles"
node www/build/mend-glue.mjs build/pkg/widget.js
glue widget build/pkg/widget.js
glue details www/details/details.js --alias:eligibility-module=./build/pkg/details.js
glue headless www/headless/headless.js --alias:eligibility-module=./build/pkg/headless.js '--external:node:*'
languages=$(node -p 'JSON.stringify(JSON.parse(fs.readFileSync("rules.json")).languages)')
$bin/esbuild www/define.js $es "${short[@]}" --format=esm "--define:LANGUAGES=$languages" --outfile=$parts/eligibility-check.js
$bin/esbuild www/offline.js $es "${short[@]}" --format=iife --define:import.meta.url='""' --outfile=$parts/offline.js
$bin/esbuild www/widget.css $es --outfile=$parts/eligibility-check.css
$bin/esbuild www/page.css $es --outfile=$parts/page.css
$bin/esbuild www/frame.js $es --format=esm --outfile=$parts/frame.js
$bin/esbuild www/frame.css $es --outfile=$parts/frame.css
cp www/offline.html $parts/

say "writing packs and pages"
cp $parts/eligibility-{widget.wasm,widget.js,details.wasm,details.js,headless.wasm,headless.js,check.js,check.css} $parts/page.css www/index.html dist/
cp $parts/frame.{js,css} www/frame.html www/eligibility-frame.js www/headless/eligibility-headless.d.ts dist/
cp -r www/demo dist/demo
# For Node.js, and for build tools that are given the folder.
cp www/headless/package.dist.json dist/package.json
cargo run --quiet -- bundle --pack rules.json --parts $parts --out dist >/dev/null
node www/build/release.mjs dist
ls -l dist | awk 'NR > 1 { printf "  %-28s %8d bytes\n", $9, $5 }'
