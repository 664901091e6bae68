#!/usr/bin/env bash
# Installs Debian's Rust with the WebAssembly target and links it to rustup as the toolchain
# `debian`, for machines where rustup cannot download the target. Prints the settings for
# toolchain.env. Needs root and rustup.
#
#   wasm-target-from-debian.sh 1.95    the argument is the minimum Rust version
set -euo pipefail
minimum=$1
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >/dev/null

candidate() { apt-cache policy "$1" | sed -n 's/^  Candidate: \([0-9].*\)/\1/p'; }

found='none'
# In a stable Debian, rustc-web is newer, but not every release has its WebAssembly library.
for kind in '-web' ''; do
  compiler="rustc$kind" library="libstd-rust$kind-dev-wasm32"
  version=$(candidate "$compiler")
  found="$found, $compiler ${version:-missing} with $library $(candidate "$library")"
  { [ -n "$version" ] && [ "$(candidate "$library")" = "$version" ] && dpkg --compare-versions "$version" ge "$minimum"; } || continue
  lld=$(apt-cache search --names-only '^lld-[0-9]+$' | awk '{print $1}' | sort -V | tail -n 1)
  apt-get install -yq --no-install-recommends "$compiler" "cargo$kind" "$library" "$lld" >/dev/null
  rustup toolchain link debian /usr
  echo 'WASM_TOOLCHAIN=debian'
  echo "export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-${lld#lld-}"
  exit
done
echo "Debian has no Rust $minimum with the WebAssembly library: ${found#none, }" >&2
exit 1
