# The folder and the pinned versions of the tools. The other scripts of this folder source it.
WASM_BINDGEN=0.2.130 # as in Cargo.toml; tests/suite/structure.rs compares them
WASM_PACK=0.15.1
CARGO_DENY=0.20.2
TYPOS=1.52.0
GECKODRIVER=0.37.1
PYSPARK=4.2.1 # needs Java 17 or later
CHROMIUM_80=chrome-aws-lambda@2.1.1 # an npm package with Chromium 80
CHROMIUM_80_SHA256=94f8953cd47c3fbd9d0ba8f50d2e5aa4e8136ca52b37e2babcc12e43018ade77
TOOLS="${ELIGIBILITY_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/eligibility-check}"
case ":$PATH:" in *":$TOOLS/bin:"*) ;; *) export PATH="$TOOLS/bin:$PATH" ;; esac
# setup.sh writes this file if the toolchain of rust-toolchain.toml is missing or lacks the
# WebAssembly target.
[ ! -e "$TOOLS/toolchain.env" ] || . "$TOOLS/toolchain.env"
wasm_rust=(env)
[ -z "${WASM_TOOLCHAIN:-}" ] || wasm_rust=(env "RUSTUP_TOOLCHAIN=$WASM_TOOLCHAIN")
# A recipe does not have the files of make's job server, for which cargo would look.
[[ "${MAKEFLAGS:-}" != *--jobserver* ]] || MAKEFLAGS=$(sed 's/-j[0-9]* *--jobserver-[a-z]*=[^ ]*//' <<<"$MAKEFLAGS")
