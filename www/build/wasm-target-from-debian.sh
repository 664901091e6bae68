#!/usr/bin/env bash
# For a Debian machine on which rustup cannot fetch the wasm target: installs Debian's own Rust, its source and a
# linker, and makes them a toolchain of rustup's. Leaves toolchain.env in the folder given, which tools.sh reads.
set -euo pipefail
tools=$1
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >/dev/null
apt-get install -yq --no-install-recommends rustc-web rust-web-src >/dev/null
lld=$(apt-cache search --names-only '^lld-[0-9]+$' | awk '{print $1}' | sort -V | tail -n 1)
apt-get install -yq --no-install-recommends "$lld" >/dev/null
rustup toolchain link debian /usr
# wasm-pack looks for this folder; what would be in it is built from source with the widget.
mkdir -p /usr/lib/rustlib/wasm32-unknown-unknown/lib
cat >"$tools/toolchain.env" <<ENV
export WASM_TOOLCHAIN=debian
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-${lld#lld-}
ENV
