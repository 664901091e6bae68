#!/usr/bin/env bash
# Installs what the build needs and is missing; says what it does; does nothing twice.
#
#   setup.sh build     wasm target, wasm-pack, wasm-bindgen, npm packages of www/
#   setup.sh fuzz      a C++ compiler, for libFuzzer
#   setup.sh browser   Chromium, a CJK font, pdftotext, zbarimg, nginx, npm packages of tests/browser/
#
# Tools go to the user's cache, so that a second clone finds them there.
set -euo pipefail
cd "$(dirname "$0")/../.."
. www/build/tools.sh

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
may_apt() { [ "$(id -u)" = 0 ] && have apt-get; }

apt_install() {
  say "installing with apt: $*"
  export DEBIAN_FRONTEND=noninteractive
  # Retries with a fresh list: an old list may name versions that are gone.
  apt-get install -yq --no-install-recommends "$@" >/dev/null 2>&1 \
    || { apt-get update -q >/dev/null && apt-get install -yq --no-install-recommends "$@" >/dev/null; }
}

# A tool is reinstalled only when the pinned version is not the one in the cache.
cargo_tool() { # crate version [flags…]
  local crate=$1 version=$2; shift 2
  local stamp="$TOOLS/.$crate-$version"
  [ -e "$stamp" ] && return
  say "building $crate $version (a few minutes, once for this user)"
  cargo install "$crate" --version "$version" --root "$TOOLS" --force --quiet "$@"
  touch "$stamp"
}

npm_packages() { # folder
  local stamp="$1/node_modules/.installed"
  cmp -s "$1/package-lock.json" "$stamp" 2>/dev/null && return
  say "installing npm packages of $1"
  (cd "$1" && npm ci --silent --no-audit --no-fund)
  cp "$1/package-lock.json" "$stamp"
}

# The widget's standard library is compiled from source (see dist.sh), so both the target and the source are needed.
wasm_target_ready() {
  local sysroot
  sysroot=$(env "${wasm_toolchain[@]}" rustc --print sysroot 2>/dev/null) &&
    [ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ] && [ -e "$sysroot/lib/rustlib/src/rust/library/std/Cargo.toml" ]
}

wasm_target() {
  wasm_target_ready && return
  say "adding the Rust target wasm32-unknown-unknown and the source of the standard library"
  if have rustup && rustup target add wasm32-unknown-unknown >/dev/null 2>&1 \
    && rustup component add rust-src >/dev/null 2>&1 && wasm_target_ready; then return; fi
  if may_apt && have rustup; then
    say "rustup could not fetch them; taking Debian's Rust for the widget instead"
    bash www/build/wasm-target-from-debian.sh "$TOOLS" && . www/build/tools.sh && wasm_target_ready && return
  fi
  fail "the Rust target wasm32-unknown-unknown cannot be had on this machine." \
    "Remedy: on a machine with network access run" \
    "  rustup target add wasm32-unknown-unknown && rustup component add rust-src" \
    "or, on Debian, run this as root so that Debian's Rust can be installed." \
    "The native command needs none of this:  cargo run -- --help"
}

compiler() { # command what packages…
  have "$1" && return
  may_apt || fail "$2 missing. Install $3 and run this again."
  apt_install "${@:3}"
}

fuzz() {
  compiler c++ "A C++ compiler, for fuzzing, is" g++
}

build() {
  have cargo || fail "Rust is missing. Install it from https://rustup.rs and run this again."
  have node || fail "Node.js is missing. Install version 20 or later and run this again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] \
    || fail "Node.js $(node --version) is too old. Install version 20 or later and run this again."
  compiler cc "A C compiler and linker are" gcc libc6-dev
  mkdir -p "$TOOLS"
  wasm_target
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" --no-default-features
  cargo_tool wasm-pack "$WASM_PACK" --locked
  npm_packages www
}

browser() {
  local missing=()
  have chromium || missing+=(chromium)
  have pdftotext || missing+=(poppler-utils)
  have zbarimg || missing+=(zbar-tools)
  { have fc-list && [ -n "$(fc-list :lang=zh family)" ]; } || missing+=(fontconfig fonts-noto-cjk)
  # Of this one every browser writes PDF whose text can be read again.
  { have fc-list && [ -n "$(fc-list 'WenQuanYi Zen Hei' family)" ]; } || missing+=(fonts-wqy-zenhei)
  if [ ${#missing[@]} -gt 0 ]; then
    may_apt || fail "The browser tests need: ${missing[*]}. Install them and run this again."
    apt_install "${missing[@]}"
  fi
  old_chromium
  nginx
  npm_packages tests/browser
}

# Unpacked and not installed: Debian starts nginx as a service as soon as it is installed, now and after each start of the
# machine, and nobody asked for an open port 80. No root is needed either.
nginx() {
  local module=usr/lib/nginx/modules/ngx_http_brotli_filter_module.so folder="$TOOLS/nginx"
  local packages=(nginx nginx-common libnginx-mod-http-brotli-filter)
  for place in / "$folder/"; do [ -x "${place}usr/sbin/nginx" ] && [ -e "$place$module" ] && return; done
  local advice="Install nginx with its brotli module (on Debian: nginx libnginx-mod-http-brotli-filter) and run this again."
  have apt-get && have dpkg-deb || fail "The test of static hosting needs nginx. $advice"
  say "unpacking Debian's nginx for the test of static hosting; no service is installed"
  rm -rf "$folder" "$folder.part" && mkdir -p "$folder.part"
  # As for installing: an old list may name versions that are gone. Libraries come with nearly everything else.
  (
    cd "$folder.part" &&
      { apt-get download -q "${packages[@]}" >/dev/null 2>&1 ||
        { may_apt && apt-get update -q >/dev/null && apt-get download -q "${packages[@]}" >/dev/null; }; } &&
      for package in *.deb; do dpkg-deb -x "$package" . || exit 1; done && rm ./*.deb &&
      libraries=$(ldd usr/sbin/nginx "$module") && ! grep 'not found' <<<"$libraries" >&2
  ) || fail "Debian's nginx cannot be fetched and unpacked, or lacks a library. $advice"
  mv "$folder.part" "$folder"
}

# What many old machines still run. It needs no more libraries than Debian's Chromium does.
old_chromium() {
  local folder="$TOOLS/chromium-80"
  [ -x "$folder/chromium" ] && return
  say "fetching Chromium 80 (43 MB, once for this user)"
  rm -rf "$folder" && mkdir -p "$folder"
  (
    cd "$folder"
    npm pack --silent "$CHROMIUM_80" >/dev/null
    printf '%s  %s\n' "$CHROMIUM_80_SHA256" *.tgz | sha256sum --check --quiet
    tar -xzOf ./*.tgz package/bin/chromium.br | node -e 'process.stdin.pipe(zlib.createBrotliDecompress()).pipe(process.stdout)' >part
    chmod +x part && mv part chromium && rm ./*.tgz
  ) || fail "Chromium 80 cannot be had: the npm package $CHROMIUM_80 could not be fetched, or is another one than it was."
}

browsers() {
  browser
  local missing=()
  { have firefox-esr || have firefox; } || missing+=(firefox-esr)
  have WebKitWebDriver || missing+=(webkit2gtk-driver)
  { have xvfb-run && have xauth; } || missing+=(xvfb xauth)
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || missing+=(python3-gi gir1.2-webkit2-4.1)
  if [ ${#missing[@]} -gt 0 ]; then
    may_apt || fail "The tests in other browsers need: ${missing[*]}. Install them and run this again."
    apt_install "${missing[@]}"
  fi
  mkdir -p "$TOOLS"
  cargo_tool geckodriver "$GECKODRIVER" --locked
}

for part in "$@"; do
  case $part in
    build|fuzz|browser|browsers) "$part" ;;
    *) fail "unknown part '$part'; there are: build, fuzz, browser, browsers" ;;
  esac
done
