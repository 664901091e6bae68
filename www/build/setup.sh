#!/usr/bin/env bash
# Installs the missing tools and packages, and reports what it installs.
#
#   setup.sh build      Rust, the WebAssembly target, wasm-pack, wasm-bindgen, npm packages of www/
#   setup.sh lint       cargo-deny and typos
#   setup.sh fuzz       a C++ compiler for libFuzzer
#   setup.sh browser    Chromium, Chromium 80, fonts, pdftotext, zbarimg, nginx, and the npm
#                       packages of tests/browser/
#   setup.sh browsers   the same, and Firefox and WebKitGTK with their WebDrivers
#   setup.sh registry   the npm packages of tests/registry/, DuckDB among them
#   setup.sh engines    the same, and PostgreSQL, Java and Spark
#
# Tools are installed in the user's cache and shared by all clones.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

log() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
may_apt() { [ "$(id -u)" = 0 ] && have apt-get; }

apt_install() {
  log "installing with apt: $*"
  export DEBIAN_FRONTEND=noninteractive
  # Retries after an update, because an old package list may name deleted versions.
  apt-get install -yq --no-install-recommends "$@" >/dev/null 2>&1 \
    || { apt-get update -q >/dev/null && apt-get install -yq --no-install-recommends "$@" >/dev/null; }
}

# Installs a tool unless the pinned version is in the cache.
cargo_tool() { # crate version [flags…]
  local crate=$1 version=$2; shift 2
  local stamp="$TOOLS/.$crate-$version"
  [ -e "$stamp" ] && return
  log "building $crate $version (once per user, takes a few minutes)"
  cargo install "$crate" --version "$version" --root "$TOOLS" --force --quiet "$@"
  touch "$stamp"
}

npm_packages() { # folder
  local stamp="$1/node_modules/.installed"
  cmp -s "$1/package-lock.json" "$stamp" 2>/dev/null && return
  log "installing the npm packages of $1"
  (cd "$1" && npm ci --silent --no-audit --no-fund)
  cp "$1/package-lock.json" "$stamp"
}

# Whether a toolchain has the WebAssembly target.
has_wasm() { # toolchain
  local sysroot
  sysroot=$(RUSTUP_TOOLCHAIN=$1 rustc --print sysroot 2>/dev/null) &&
    compgen -G "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib" >/dev/null
}

version_of() { RUSTUP_TOOLCHAIN=$1 rustc --version 2>/dev/null | cut -d ' ' -f 2; } # toolchain

# Installs the toolchain of rust-toolchain.toml. If that fails, chooses the installed stable. If
# neither has the WebAssembly target, chooses Debian's Rust for the modules. toolchain.env records a
# choice other than the first.
toolchain() {
  local pinned minimum
  pinned=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  minimum=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  unset RUSTUP_TOOLCHAIN WASM_TOOLCHAIN CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  have rustup || { has_wasm '' && return; fail "rustup is missing. Install it from https://rustup.rs and run this command again."; }
  if has_wasm "$pinned"; then
    rm -f "$TOOLS/toolchain.env"
    return
  fi
  # The choice of an earlier run.
  if [ -e "$TOOLS/toolchain.env" ] && (. "$TOOLS/toolchain.env" && has_wasm "${WASM_TOOLCHAIN:-$RUSTUP_TOOLCHAIN}"); then return; fi

  log "installing Rust $pinned with the target wasm32-unknown-unknown"
  rustup toolchain install "$pinned" --profile minimal --component clippy,rustfmt --target wasm32-unknown-unknown \
    >/dev/null 2>&1 || true
  has_wasm "$pinned" && return
  local env=''
  if [ -z "$(version_of "$pinned")" ]; then
    [ -n "$(version_of stable)" ] || fail "Rust $pinned cannot be installed, and there is no stable Rust to use instead." \
      "Remedy: on a machine with network access run  rustup toolchain install $pinned --target wasm32-unknown-unknown"
    env='export RUSTUP_TOOLCHAIN=stable'
    log "Rust $pinned cannot be installed; using the installed stable Rust $(version_of stable)"
    rustup target add wasm32-unknown-unknown --toolchain stable >/dev/null 2>&1 || true
  fi
  if [ -z "$env" ] || ! has_wasm stable; then
    local debian
    if has_wasm stable; then
      debian='WASM_TOOLCHAIN=stable'
      log "Rust $pinned has no WebAssembly target; compiling the modules with the installed stable Rust $(version_of stable)"
    elif may_apt && debian=$(bash www/build/wasm-target-from-debian.sh "$minimum"); then
      log "rustup cannot download the WebAssembly target; compiling the modules with Debian's Rust $(version_of debian)"
    else
      fail "the Rust target wasm32-unknown-unknown cannot be installed on this machine." \
        "Remedy: on a machine with network access run  rustup target add wasm32-unknown-unknown" \
        "The native command does not need it:  cargo run -- --help"
    fi
    env=$(printf '%s\n%s' "$env" "$debian")
  fi
  printf '%s\n' "$env" >"$TOOLS/toolchain.env"
  . "$TOOLS/toolchain.env"
}

# PyPI has typos as a binary. Without pip, it is compiled.
lint() {
  mkdir -p "$TOOLS/bin"
  cargo_tool cargo-deny "$CARGO_DENY" --locked --no-default-features --debug
  local stamp="$TOOLS/.typos-$TYPOS"
  [ -e "$stamp" ] && return
  if python3 -m pip --version >/dev/null 2>&1; then
    log "installing typos $TYPOS"
    rm -rf "$TOOLS/typos"
    python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$TOOLS/typos" \
      "typos==$TYPOS" 2>/dev/null \
      && ln -sf ../typos/bin/typos "$TOOLS/bin/typos" && touch "$stamp" && return
  fi
  cargo_tool typos-cli "$TYPOS" --locked --debug
  touch "$stamp"
}

compiler() { # command description packages…
  have "$1" && return
  may_apt || fail "$2 missing. Install $3 and run this command again."
  apt_install "${@:3}"
}

fuzz() {
  compiler c++ "A C++ compiler is" g++
}

build() {
  have cargo || fail "Rust is missing. Install it from https://rustup.rs and run this command again."
  have node || fail "Node.js is missing. Install version 20 or later and run this command again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] \
    || fail "Node.js $(node --version) is too old. Install version 20 or later and run this command again."
  compiler cc "A C compiler and linker are" gcc libc6-dev
  mkdir -p "$TOOLS"
  toolchain
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" --no-default-features
  # It only starts other programs, so it is not optimised.
  cargo_tool wasm-pack "$WASM_PACK" --locked --debug
  npm_packages www
}

browser() {
  local missing=()
  have chromium || missing+=(chromium)
  have pdftotext || missing+=(poppler-utils)
  have zbarimg || missing+=(zbar-tools)
  { have fc-list && [ -n "$(fc-list :lang=zh family)" ]; } || missing+=(fontconfig fonts-noto-cjk)
  # The only font from whose PDF text every tested browser keeps all characters.
  { have fc-list && [ -n "$(fc-list 'WenQuanYi Zen Hei' family)" ]; } || missing+=(fonts-wqy-zenhei)
  if [ ${#missing[@]} -gt 0 ]; then
    may_apt || fail "The browser tests need: ${missing[*]}. Install them and run this command again."
    apt_install "${missing[@]}"
  fi
  old_chromium
  nginx
  npm_packages tests/browser
}

# Unpacks Debian's nginx without installing it: the installed package starts a service on port 80,
# now and after each boot. This needs no root.
nginx() {
  local module=usr/lib/nginx/modules/ngx_http_brotli_filter_module.so folder="$TOOLS/nginx"
  local packages=(nginx nginx-common libnginx-mod-http-brotli-filter)
  for place in / "$folder/"; do [ -x "${place}usr/sbin/nginx" ] && [ -e "$place$module" ] && return; done
  local advice="Install nginx with its brotli module (on Debian: nginx libnginx-mod-http-brotli-filter) and run this command again."
  have apt-get && have dpkg-deb || fail "The hosting test needs nginx. $advice"
  log "unpacking Debian's nginx for the hosting test; no service is installed"
  rm -rf "$folder" "$folder.part" && mkdir -p "$folder.part"
  # Retries after an update, as above. The libraries of nginx are installed on nearly every system.
  (
    cd "$folder.part" &&
      { apt-get download -q "${packages[@]}" >/dev/null 2>&1 ||
        { may_apt && apt-get update -q >/dev/null && apt-get download -q "${packages[@]}" >/dev/null; }; } &&
      for package in *.deb; do dpkg-deb -x "$package" . || exit 1; done && rm ./*.deb &&
      libraries=$(ldd usr/sbin/nginx "$module") && ! grep 'not found' <<<"$libraries" >&2
  ) || fail "Debian's nginx cannot be downloaded and unpacked, or lacks a library. $advice"
  mv "$folder.part" "$folder"
}

# The oldest supported browser. It needs the same libraries as Debian's Chromium.
old_chromium() {
  local folder="$TOOLS/chromium-80"
  [ -x "$folder/chromium" ] && return
  log "downloading Chromium 80 (once per user, 43 MB)"
  rm -rf "$folder" && mkdir -p "$folder"
  (
    cd "$folder"
    npm pack --silent "$CHROMIUM_80" >/dev/null
    printf '%s  %s\n' "$CHROMIUM_80_SHA256" *.tgz | sha256sum --check --quiet
    tar -xzOf ./*.tgz package/bin/chromium.br | node -e 'process.stdin.pipe(zlib.createBrotliDecompress()).pipe(process.stdout)' >part
    chmod +x part && mv part chromium && rm ./*.tgz
  ) || fail "Chromium 80 cannot be installed: the npm package $CHROMIUM_80 cannot be downloaded, or its checksum differs."
}

browsers() {
  browser
  local missing=()
  { have firefox-esr || have firefox; } || missing+=(firefox-esr)
  have WebKitWebDriver || missing+=(webkit2gtk-driver)
  { have xvfb-run && have xauth; } || missing+=(xvfb xauth)
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || missing+=(python3-gi gir1.2-webkit2-4.1)
  if [ ${#missing[@]} -gt 0 ]; then
    may_apt || fail "The tests in other browsers need: ${missing[*]}. Install them and run this command again."
    apt_install "${missing[@]}"
  fi
  mkdir -p "$TOOLS"
  cargo_tool geckodriver "$GECKODRIVER" --locked
}

registry() {
  npm_packages tests/registry
}

engines() {
  registry
  postgres
  have java || { may_apt || fail "Spark needs Java 17 or later. Install it and run this command again."; apt_install default-jre-headless; }
  spark
}

# The tests start a server of their own. Debian's package would also create a cluster and start it,
# now and after each boot.
postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return
  may_apt || fail "The tests need PostgreSQL 13 or later, in /usr/lib/postgresql. Install it and run this command again."
  local folder=/etc/postgresql-common/createcluster.d
  apt_install postgresql-common
  mkdir -p $folder && echo 'create_main_cluster = false' >$folder/eligibility-check.conf
  apt_install postgresql
  rm $folder/eligibility-check.conf
}

# Spark from PyPI, in a virtual environment. build/spark links to it.
spark() {
  local folder="$TOOLS/pyspark-$PYSPARK"
  if [ ! -e "$folder/.installed" ]; then
    log "installing Spark $PYSPARK from PyPI (once per user, 450 MB)"
    rm -rf "$folder"
    python3 -m venv "$folder" 2>/dev/null || { may_apt && apt_install python3-venv && python3 -m venv "$folder"; } \
      || fail "Python 3 with venv is missing. Install it and run this command again."
    "$folder/bin/pip" install --quiet --disable-pip-version-check "pyspark==$PYSPARK" \
      || fail "Spark cannot be installed: pip cannot install pyspark==$PYSPARK."
    touch "$folder/.installed"
  fi
  mkdir -p build && ln -sfn "$folder" build/spark
}

for part in "$@"; do
  case $part in
    build|lint|fuzz|browser|browsers|registry|engines) "$part" ;;
    *) fail "unknown part '$part'; the parts are build, lint, fuzz, browser, browsers, registry and engines" ;;
  esac
done
