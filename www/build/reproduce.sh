#!/usr/bin/env bash
# Builds dist/ again from a copy in another folder, and compares every byte.
# The copy is of the work tree, not of a commit, so that uncommitted changes are tested.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)/another-folder
trap 'rm -rf "$(dirname "$copy")"' EXIT
mkdir "$copy"
# In an empty repository, git lists all files that exist and are not ignored. This works in an
# unpacked archive too, and omits deleted files.
command -v git >/dev/null || { printf 'reproduce: git is missing; it lists the source files\n' >&2; exit 1; }
git init --quiet --bare "$copy.git"
git --git-dir="$copy.git" --work-tree=. ls-files -z --others --exclude-standard | xargs -0 cp --parents -t "$copy"
ln -s "$PWD/www/node_modules" "$copy/www/node_modules"

printf 'reproduce: building again in another folder\n'
# The native command is not compiled again: what it writes depends on its input only.
native=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/eligibility
CARGO_TARGET_DIR="$copy/target" ELIGIBILITY=$native bash "$copy/www/build/dist.sh" >/dev/null
diff "$copy/dist/SHA256SUMS" dist/SHA256SUMS \
  || { printf 'reproduce: the two builds differ in the files above\n' >&2; exit 1; }
printf 'reproduce: the two builds are identical (%s files)\n' "$(wc -l <dist/SHA256SUMS)"
