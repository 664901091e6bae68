#!/usr/bin/env bash
# Builds dist/ once more from a clean copy in another folder, and compares the two byte by byte.
# A copy of the work tree, not of a commit: what is about to be committed is what is built.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)/another-folder
trap 'rm -rf "$(dirname "$copy")"' EXIT
mkdir "$copy"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  [ -e "$file" ] && printf '%s\0' "$file"
done | xargs -0 cp --parents -t "$copy"
ln -s "$PWD/www/node_modules" "$copy/www/node_modules"

printf 'reproduce: building once more, elsewhere and from nothing\n'
CARGO_TARGET_DIR="$copy/target" bash "$copy/www/build/dist.sh" >/dev/null
diff "$copy/dist/SHA256SUMS" dist/SHA256SUMS \
  || { printf 'reproduce: the two builds differ in the files above\n' >&2; exit 1; }
printf 'reproduce: the two builds are the same, byte by byte (%s files)\n' "$(wc -l <dist/SHA256SUMS)"
