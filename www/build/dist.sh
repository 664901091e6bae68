#!/usr/bin/env bash
# Builds dist/: the widget, its loader and styles, the engine without the widget, a pack for each
# language, the pages, and the authoring page.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/steps.sh

log() { printf 'dist: %s\n' "$*"; }
parts=build/parts
rm -rf build/pkg $parts dist
mkdir -p $parts dist

# A module is optimised, by one thread, while the next one is compiled.
optimizing=()
for module in widget:www/host headless:www/headless; do
  name=${module%%:*}
  log "compiling the $name module"
  compile_module "$name" "${module#*:}" build/pkg widget
  log "optimising the $name module for the WebAssembly MVP"
  optimize_module "build/pkg/${name}_bg.wasm" "$parts/eligibility-$name.wasm" &
  optimizing+=($!)
done
# As it is compiled: decision 8.
log "compiling the author module"
compile_module author www/author build/pkg widget
cp build/pkg/author_bg.wasm $parts/eligibility-author.wasm
for process in "${optimizing[@]}"; do wait "$process"; done

# So that `make lint` need not compile the modules again.
mkdir -p build/types
cp build/pkg/{author,widget,headless}.d.ts build/types/

log "bundling scripts and styles"
bundle_parts build/pkg $parts
bundle_script www/headless/headless.js $parts/eligibility-headless.js --format=esm \
  --alias:eligibility-headless=./build/pkg/headless.js '--external:node:*'

log "writing packs and pages"
copy_site $parts dist
cp $parts/eligibility-headless.{wasm,js} www/headless/eligibility-headless.d.ts dist/
# For Node.js, and for build tools that import from the folder.
cp www/headless/package.dist.json dist/package.json
eligibility bundle "${site_packs[@]}" --parts $parts --out dist >/dev/null

# The browser tests of one policy run on a site with the same parts and only that policy.
log "writing a site with one policy"
rm -rf build/one-policy && mkdir -p build/one-policy
copy_site $parts build/one-policy
cp dist/eligibility-headless.{wasm,js,d.ts} dist/package.json build/one-policy/
eligibility bundle --pack rules.json --scenarios tests/scenarios --parts $parts --out build/one-policy >/dev/null
node www/build/author-site.mjs build/one-policy $parts/author-site.zip
node www/build/release.mjs build/one-policy

log "writing the authoring page"
bundle_author build/pkg $parts dist/author.html
node www/build/release.mjs dist
ls -l dist | awk 'NR > 1 { printf "  %-28s %8d bytes\n", $9, $5 }'
