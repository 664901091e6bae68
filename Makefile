# Two commands matter:  make serve  and  make test.  Both install what is missing and report it.
.PHONY: serve test dev help dist reproduce bench fuzz lint types setup setup-fuzz setup-browser rust-tests fuzz-tests setup-browsers browser-tests test-browsers gallery pictures

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
# Every recipe uses the toolchain that the set-up chose.
export BASH_ENV := $(CURDIR)/www/build/tools.sh

serve: dist ## build everything and serve it on 127.0.0.1:8080
	node www/build/serve.mjs dist 8080

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

dev: setup ## serve for development on 127.0.0.1:8080: each edit rebuilds and reloads
	@bash www/build/dev.sh module scripts packs
	@node www/build/dev.mjs 8080

test: lint rust-tests fuzz-tests reproduce browser-tests ## every check
	@echo "every check passed"

dist: setup ## the files a web team deploys
	@bash www/build/dist.sh
	@node www/build/sizes.mjs dist docs/sizes.md

reproduce: dist ## build dist/ once more elsewhere, and compare the two byte by byte
	@bash www/build/reproduce.sh

lint: setup types ## formatting and static checks
	cargo fmt --all --check
	cargo fmt --manifest-path tests/fuzz/Cargo.toml --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --no-default-features -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
	cargo clippy --quiet -p eligibility-web -p eligibility-headless -p eligibility-bench -p eligibility-empty -- -D warnings
	cd www && node_modules/.bin/tsc -p jsconfig.json
	node www/build/validate-html.mjs www/*.html www/*/*.html $$(grep -rl --include='*.snap' 'class="ec[ "]' tests/snapshots)
	cargo run --quiet --example gallery
	node www/build/validate-html.mjs build/gallery/index.html build/gallery/plain/*.html

types: setup # of the modules, for tsc
	@bash www/build/dev.sh types

rust-tests: setup ## tests of the library and the command
	cargo test --quiet
	cargo run --quiet -- lint
	cargo run --quiet -- test | tail -n 6

gallery: setup ## every part of the widget in every state, as pages
	cargo run --quiet --example gallery -- --out build/gallery

pictures: dist setup-browser ## the pictures of the README
	cargo build --quiet
	cd tests/browser && node readme-pictures.mjs

fuzz-tests: setup-fuzz ## a fixed number of inputs for each target
	@bash tests/fuzz/run.sh test

browser-tests: dist setup-browser gallery ## tests in Chromium
	cargo build --quiet
	@node tests/browser/engines/report.mjs clear
	cd tests/browser && node --test
	@node tests/browser/engines/report.mjs print

test-browsers: dist setup-browsers ## the real journey and the paper in every browser; one that is missing is a failure
	cargo build --quiet
	@node tests/browser/engines/report.mjs clear
	cd tests/browser && ENGINES=all node --test engines/*.test.mjs
	@node tests/browser/engines/report.mjs print

bench: dist setup-browser ## figures, never a failure on time
	cargo bench --quiet --bench assess
	cargo bench --quiet --bench questions
	@bash www/build/bench.sh
	@node www/bench/run.mjs
	@node www/bench/repaint.mjs dist build/empty
	@node www/bench/crowd.mjs dist

fuzz: setup-fuzz ## make fuzz SECONDS=600: so long for each target, going on from earlier runs
	@bash tests/fuzz/run.sh $(or $(SECONDS),60)

setup:
	@bash www/build/setup.sh build

setup-fuzz:
	@bash www/build/setup.sh fuzz

setup-browser:
	@bash www/build/setup.sh browser

setup-browsers:
	@bash www/build/setup.sh browsers
