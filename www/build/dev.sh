#!/usr/bin/env bash
# Builds build/dev/, the site for development: incremental and not optimised. dev.mjs runs it after
# each edit.
#
#   dev.sh types     writes the types of the modules for tsc to build/types/; compiles modules
#                    that have changed
#   dev.sh module    compiles the widget
#   dev.sh scripts   bundles scripts and styles and copies pages
#   dev.sh packs     writes packs, rules pages and the offline page
#   dev.sh author    compiles and writes the authoring page
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/steps.sh

pkg=build/dev-pkg parts=build/dev-parts
mkdir -p $parts build/dev build/types

types() {
  local sources=(src www/host www/headless www/author Cargo.toml Cargo.lock)
  [ -e build/types/author.d.ts ] && [ -e build/types/widget.d.ts ] && [ -e build/types/headless.d.ts ] \
    && [ -z "$(find "${sources[@]}" -newer build/types/headless.d.ts -print -quit)" ] && return
  compile_module headless www/headless $pkg widget-dev
  compile_module author www/author $pkg widget-dev
  module
  cp $pkg/{author,widget,headless}.d.ts build/types/
}

module() {
  compile_module widget www/host $pkg widget-dev
  cp $pkg/widget_bg.wasm $parts/eligibility-widget.wasm
}

scripts() {
  bundle_parts $pkg $parts
  copy_site $parts build/dev
}

packs() {
  eligibility bundle "${site_packs[@]}" --parts $parts --out build/dev >/dev/null
}

author() {
  compile_module author www/author $pkg widget-dev
  cp $pkg/author_bg.wasm $parts/eligibility-author.wasm
  cp $pkg/author.d.ts build/types/
  rm -rf build/dev-one-policy && mkdir build/dev-one-policy
  copy_site $parts build/dev-one-policy
  eligibility bundle --pack rules.json --scenarios tests/scenarios --parts $parts --out build/dev-one-policy >/dev/null
  node www/build/author-site.mjs build/dev-one-policy $parts/author-site.zip
  bundle_author $pkg $parts build/dev/author.html
}

for step in "$@"; do
  case $step in
    types|module|scripts|packs|author) "$step" ;;
    *) echo "dev.sh: unknown step '$step'; the steps are types, module, scripts, packs and author" >&2; exit 2 ;;
  esac
done
