# The steps of a build; sourced by the scripts beside it.
. www/build/tools.sh

bin=www/node_modules/.bin

# Paths of this machine are no part of a module: the same sources give the same bytes everywhere.
remapped_paths() {
  local commit source
  commit=$("${wasm_rust[@]}" rustc --version --verbose | sed -n 's/^commit-hash: //p')
  printf -- '--remap-path-prefix=%s=/rustc/%s ' "$("${wasm_rust[@]}" rustc --print sysroot)/lib/rustlib/src/rust" "$commit"
  for source in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    printf -- '--remap-path-prefix=%s=/registry ' "$source"
  done
}

# Compiles a package to WebAssembly, with its glue and types.
compile_module() { # name, folder of the package, folder for the result, profile
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(remapped_paths) \
    "${wasm_rust[@]}" wasm-pack --quiet build "$2" --target web --profile "$4" --no-opt --no-pack --mode no-install \
    --out-dir "$PWD/$3" --out-name "$1"
}

# The prebuilt standard library uses features that the WebAssembly MVP does not have. The second step fails if one is left:
# Chromium 80 could not read the module.
optimize_module() { # module, file for the result
  $bin/wasm-opt "$1" -o "$2" --flatten --rereloop -Oz -Oz --converge \
    --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-nontrapping-float-to-int \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --llvm-memory-copy-fill-lowering --signext-lowering --llvm-nontrapping-fptoint-lowering
  $bin/wasm-opt "$2" --output=/dev/null --quiet --mvp-features --enable-mutable-globals
}

bundle_script() { # script, file for the result, flags…
  $bin/esbuild "$1" --outfile="$2" --bundle --minify --charset=utf8 --target=chrome80,firefox102,safari15 \
    --log-level=warning "${@:3}"
}

# Bundles the scripts and styles of the widget and its pages.
bundle_parts() { # folder of the module, folder for the result
  local pkg=$1 parts=$2 languages style
  # Each element has an instance of its own, so the glue of the module becomes a function that makes one.
  $bin/esbuild "$pkg/widget.js" --outfile="$parts/glue.js" --bundle --format=iife --global-name=instance --log-level=warning \
    --banner:js='export const createInstance = () => {' --footer:js='return instance; };'
  languages=$(node -p 'JSON.stringify(JSON.parse(fs.readFileSync("rules.json")).languages)')
  bundle_script www/element/module.js "$parts/eligibility-widget.js" --format=esm "--alias:eligibility-glue=./$parts/glue.js"
  bundle_script www/element/scan.js "$parts/eligibility-scan.js" --format=esm
  bundle_script www/element/define.js "$parts/eligibility-check.js" --format=esm "--define:LANGUAGES=$languages"
  bundle_script www/offline/offline.js "$parts/offline.js" --format=iife "--alias:eligibility-glue=./$parts/glue.js"
  bundle_script www/frame/frame.js "$parts/frame.js" --format=esm
  bundle_script www/styles/widget.css "$parts/eligibility-check.css"
  for style in page frame; do bundle_script "www/styles/$style.css" "$parts/$style.css"; done
  cp www/offline/offline.html "$parts/"
}

# Copies the parts and pages that a site serves as they are.
copy_site() { # folder of the parts, folder of the site
  cp "$1"/eligibility-{widget.wasm,widget.js,scan.js,check.js,check.css} "$1"/{page,frame}.css "$1/frame.js" "$2/"
  cp www/index.html www/frame/frame.html www/frame/eligibility-frame.js "$2/"
  rm -rf "$2/demo" && cp -r www/demo "$2/demo"
}
