#!/usr/bin/env bash
# Installs Debian's Rust with the standard library for WebAssembly, where rustup cannot fetch that, and links it to rustup as
# the toolchain `debian`. Prints the settings for toolchain.env. Needs root and rustup.
#
#   wasm-target-from-debian.sh 1.95    the oldest version that will do
set -euo pipefail
oldest=$1
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >/dev/null

candidate() { apt-cache policy "$1" | sed -n 's/^  Candidate: \([0-9].*\)/\1/p'; }

found='none'
# rustc-web is the newer one in a stable Debian, but not every Debian has its library for WebAssembly.
for kind in '-web' ''; do
  compiler="rustc$kind" library="libstd-rust$kind-dev-wasm32"
  version=$(candidate "$compiler")
  found="$found, $compiler ${version:-missing} with $library $(candidate "$library")"
  { [ -n "$version" ] && [ "$(candidate "$library")" = "$version" ] && dpkg --compare-versions "$version" ge "$oldest"; } || continue
  lld=$(apt-cache search --names-only '^lld-[0-9]+$' | awk '{print $1}' | sort -V | tail -n 1)
  apt-get install -yq --no-install-recommends "$compiler" "cargo$kind" "$library" "$lld" >/dev/null
  rustup toolchain link debian /usr
  echo 'WASM_TOOLCHAIN=debian'
  echo "export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-${lld#lld-}"
  exit
done
echo "Debian has no Rust $oldest with the library for WebAssembly: ${found#none, }" >&2
exit 1
