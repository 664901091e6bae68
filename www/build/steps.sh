# The steps of a build. The other scripts in this folder source this file.
. www/build/tools.sh

bin=www/node_modules/.bin

# Compiler flags that remove local paths from a module, so that builds are reproducible.
remapped_paths() {
  local commit source
  commit=$("${wasm_rust[@]}" rustc --version --verbose | sed -n 's/^commit-hash: //p')
  printf -- '--remap-path-prefix=%s=/rustc/%s ' "$("${wasm_rust[@]}" rustc --print sysroot)/lib/rustlib/src/rust" "$commit"
  for source in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    printf -- '--remap-path-prefix=%s=/registry ' "$source"
  done
}

# Compiles a package to WebAssembly, with its JavaScript and types.
compile_module() { # name, package folder, output folder, profile
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(remapped_paths) \
    "${wasm_rust[@]}" wasm-pack --quiet build "$2" --target web --profile "$4" --no-opt --no-pack --mode no-install \
    --out-dir "$PWD/$3" --out-name "$1"
}

# Optimises a module and lowers it to the WebAssembly MVP for Chromium 80: the prebuilt standard
# library uses newer features. The second command fails if one is left.
optimize_module() { # module, output file
  $bin/wasm-opt "$1" -o "$2" --flatten --rereloop -Oz -Oz --converge \
    --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-nontrapping-float-to-int \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --llvm-memory-copy-fill-lowering --signext-lowering --llvm-nontrapping-fptoint-lowering
  $bin/wasm-opt "$2" --output=/dev/null --quiet --mvp-features --enable-mutable-globals
}

bundle_script() { # script, output file, flags…
  $bin/esbuild "$1" --outfile="$2" --bundle --minify --charset=utf8 --target=chrome80,firefox102,safari15 \
    --log-level=warning "${@:3}"
}

# Bundles the scripts and styles of the widget and its pages.
bundle_parts() { # module folder, output folder
  local pkg=$1 parts=$2 languages style
  # Wraps the wasm-bindgen script in a function, because each element has its own instance.
  $bin/esbuild "$pkg/widget.js" --outfile="$parts/glue.js" --bundle --format=iife --global-name=instance --log-level=warning \
    --banner:js='export const createInstance = () => {' --footer:js='return instance; };'
  languages=$(node -p 'JSON.stringify(JSON.parse(fs.readFileSync("rules.json")).languages.map((one) => one.tag || one))')
  bundle_script www/element/module.js "$parts/eligibility-widget.js" --format=esm "--alias:eligibility-glue=./$parts/glue.js"
  bundle_script www/element/scan.js "$parts/eligibility-scan.js" --format=esm
  bundle_script www/element/define.js "$parts/eligibility-check.js" --format=esm "--define:LANGUAGES=$languages"
  bundle_script www/offline/offline.js "$parts/offline.js" --format=iife "--alias:eligibility-glue=./$parts/glue.js"
  bundle_script www/frame/frame.js "$parts/frame.js" --format=esm
  bundle_script www/styles/widget.css "$parts/eligibility-check.css"
  for style in page frame; do bundle_script "www/styles/$style.css" "$parts/$style.css"; done
  cp www/offline/offline.html "$parts/"
}

# Bundles the scripts and the style of the authoring page, and writes the page. Needs the parts of
# the widget.
bundle_author() { # module folder, parts folder, output file
  local alias="--alias:eligibility-author=./$1/author.js"
  # A page and a worker from a disk cannot load modules.
  bundle_script www/author/worker.js "$2/worker.js" --format=iife "$alias"
  bundle_script www/author/language-worker.js "$2/language-worker.js" --format=iife
  bundle_script www/author/page.js "$2/author.js" --format=iife "$alias" "--alias:eligibility-glue=./$2/glue.js"
  bundle_script www/styles/author.css "$2/author.css"
  node www/build/author.mjs "$2" "$3"
}

# Runs the native command. A caller that has built it already passes it in ELIGIBILITY.
eligibility() {
  if [ -n "${ELIGIBILITY:-}" ]; then "$ELIGIBILITY" "$@"; else cargo run --quiet -- "$@"; fi
}

# The packs of the site that is published, and their scenarios. The list has their order.
site_packs=(--pack packs/national-sme-2026.json --pack rules.json
  --scenarios national-sme-2026=tests/scenarios-national-sme-2026/typical-firms.json --scenarios tianhe-2017-7=tests/scenarios)

# Copies the files that a site serves unchanged.
copy_site() { # parts folder, site folder
  cp "$1"/eligibility-{widget.wasm,widget.js,scan.js,check.js,check.css} "$1"/{page,frame}.css "$1/frame.js" "$2/"
  cp www/index.html www/frame/frame.html www/frame/eligibility-frame.js "$2/"
  rm -rf "$2/demo" && cp -r www/demo "$2/demo"
}
