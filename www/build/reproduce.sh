#!/usr/bin/env bash
# Builds dist/ once more from a clean copy in another folder, and compares the two byte by byte.
# A copy of the work tree, not of a commit: what is about to be committed is what is built.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)/another-folder
trap 'rm -rf "$(dirname "$copy")"' EXIT
mkdir "$copy"
# Asked as a repository without a single commit, git lists all that is there and not ignored: also where there is no repository,
# such as in an archive, and nothing that was deleted.
command -v git >/dev/null || { printf 'reproduce: needs git, to tell sources from what was built\n' >&2; exit 1; }
git init --quiet --bare "$copy.git"
git --git-dir="$copy.git" --work-tree=. ls-files -z --others --exclude-standard | xargs -0 cp --parents -t "$copy"
ln -s "$PWD/www/node_modules" "$copy/www/node_modules"

printf 'reproduce: building once more, elsewhere and from nothing\n'
CARGO_TARGET_DIR="$copy/target" bash "$copy/www/build/dist.sh" >/dev/null
diff "$copy/dist/SHA256SUMS" dist/SHA256SUMS \
  || { printf 'reproduce: the two builds differ in the files above\n' >&2; exit 1; }
printf 'reproduce: the two builds are the same, byte by byte (%s files)\n' "$(wc -l <dist/SHA256SUMS)"
