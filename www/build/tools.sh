# Where tools are installed and which versions are pinned; sourced by the scripts beside it.
WASM_BINDGEN=0.2.130 # the same as in www/host/Cargo.toml; a test compares them
WASM_PACK=0.15.1
GECKODRIVER=0.37.1
CHROMIUM_80=chrome-aws-lambda@2.1.1 # a package that holds one
CHROMIUM_80_SHA256=94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77
TOOLS="${ELIGIBILITY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/eligibility-check}"
case ":$PATH:" in *":$TOOLS/bin:"*) ;; *) export PATH="$TOOLS/bin:$PATH" ;; esac
# setup.sh writes this file where the toolchain of rust-toolchain.toml is missing or has no WebAssembly target.
[ ! -e "$TOOLS/toolchain.env" ] || . "$TOOLS/toolchain.env"
wasm_rust=(env)
[ -z "${WASM_TOOLCHAIN:-}" ] || wasm_rust=(env "RUSTUP_TOOLCHAIN=$WASM_TOOLCHAIN")
