# Where tools live and which versions are pinned; sourced by the scripts beside it.
WASM_BINDGEN=0.2.130 # the same as in www/Cargo.toml; a test compares them
WASM_PACK=0.15.1
GECKODRIVER=0.37.1
CHROMIUM_80=chrome-aws-lambda@2.1.1 # a package that holds one
CHROMIUM_80_SHA256=94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77
TOOLS="${ELIGIBILITY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/eligibility-check}"
export PATH="$TOOLS/bin:$PATH"
# Written only where the widget must be compiled with Debian's Rust; everything else keeps the default toolchain.
[ ! -e "$TOOLS/toolchain.env" ] || . "$TOOLS/toolchain.env"
wasm_toolchain=()
[ -z "${WASM_TOOLCHAIN:-}" ] || wasm_toolchain=("RUSTUP_TOOLCHAIN=$WASM_TOOLCHAIN")
