# Start with `make serve` or `make test`. Both install the missing tools.
.PHONY: help serve dev author test format lint types rust-tests fuzz-tests browser-tests test-browsers native-tests sql-tests test-engines firms dist reproduce bench fuzz gallery pictures \
	setup setup-lint setup-fuzz setup-browser setup-browsers setup-registry setup-engines

SCRIPTS := 'www/**/*.{js,mjs,ts}' 'tests/browser/**/*.mjs' 'tests/registry/**/*.mjs'

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
# Every recipe uses the toolchain that setup.sh has chosen.
export BASH_ENV := $(CURDIR)/www/build/tools.sh

serve: dist ## build dist/ and serve it on http://127.0.0.1:8080
	node www/build/serve.mjs dist 8080

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

dev: setup ## serve a development build on http://127.0.0.1:8080; rebuild and reload after each edit
	@bash www/build/dev.sh module scripts packs
	@node www/build/dev.mjs 8080

author: setup ## build the authoring page for development as build/dev/author.html
	@bash www/build/dev.sh module scripts author

# The native tests run next to the builds of dist/, whose last steps use one thread each.
test: setup setup-lint setup-fuzz setup-registry setup-browser ## run all checks and tests
	@$(MAKE) --no-print-directory -j2 reproduce native-tests
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory browser-tests
	@echo "test: all checks passed"

# One after the other, because cargo builds for one of them at a time.
native-tests:
	@$(MAKE) --no-print-directory rust-tests
	@$(MAKE) --no-print-directory sql-tests
	@$(MAKE) --no-print-directory fuzz-tests

format: setup ## format Rust and JavaScript
	cargo fmt --all
	cargo fmt --manifest-path tests/fuzz/Cargo.toml
	www/node_modules/.bin/prettier --log-level warn --write $(SCRIPTS)

lint: setup setup-lint types ## check formatting, lints, types and markup
	cargo fmt --all --check
	cargo fmt --manifest-path tests/fuzz/Cargo.toml --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --no-default-features -- -D warnings
	cargo clippy --quiet --lib --no-default-features --features author -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps
	cargo clippy --quiet -p eligibility-author -- -D warnings
	cargo clippy --quiet -p eligibility-web -p eligibility-headless -p eligibility-bench -p eligibility-empty -p eligibility-firms -- -D warnings
	cargo fetch --quiet --locked
	cargo deny --offline check bans licenses sources
	typos
	www/node_modules/.bin/prettier --log-level warn --check $(SCRIPTS)
	cd www && node_modules/.bin/tsc -p jsconfig.json
	node www/build/validate-html.mjs www/*.html www/*/*.html $$(grep -rl --include='*.snap' 'class="ec[ "]' tests/snapshots)
	cargo run --quiet --example gallery
	node www/build/validate-html.mjs build/gallery/index.html build/gallery/plain/*.html

# Generates the types of the WebAssembly modules for tsc.
types: setup
	@bash www/build/dev.sh types

rust-tests: setup ## test the library and the command, lint the packs, run their scenarios
	cargo test --quiet
	cargo run --quiet -- lint
	cargo run --quiet -- test | tail -n 6
	cargo run --quiet -- lint --pack packs/national-sme-2026.json
	cargo run --quiet -- test --pack packs/national-sme-2026.json tests/scenarios-national-sme-2026 | tail -n 6

fuzz-tests: setup-fuzz ## run each fuzz target on a fixed number of inputs
	@bash tests/fuzz/run.sh test

browser-tests: dist setup-browser gallery ## run the browser tests; skip browsers that are not installed
	cargo build --quiet
	@node tests/browser/engines/report.mjs clear
	cd tests/browser && node --test
	@node tests/browser/engines/report.mjs print

test-browsers: dist setup-browsers ## run the journey in Chromium, Chromium 80, Firefox and WebKitGTK; install missing ones
	cargo build --quiet
	@node tests/browser/engines/report.mjs clear
	cd tests/browser && ENGINES=all node --test engines/*.test.mjs
	@node tests/browser/engines/report.mjs print

sql-tests: setup setup-registry firms ## compare `eligibility sql` in DuckDB with `eligibility assess`
	cd tests/registry && node --test --test-reporter=spec --test-concurrency=1 duckdb/*.test.mjs

test-engines: setup setup-engines firms ## the same in PostgreSQL and Spark; install missing ones
	cd tests/registry && node --test --test-reporter=spec --test-concurrency=1 engines/*.test.mjs

# The command, and the invented firms and packs.
firms: setup
	cargo build --quiet -p eligibility-check -p eligibility-firms --bin eligibility --bin firms --bin packs

dist: setup ## build the files that a web team deploys, and check their size
	@bash www/build/dist.sh
	@node www/build/sizes.mjs dist docs/sizes.md

reproduce: dist ## build dist/ again in another folder and compare every byte
	@bash www/build/reproduce.sh

bench: dist setup-browser setup-registry ## print benchmark results; fails only if an answer takes 20 % more CPU time than recorded
	cargo bench --quiet --bench assess
	cargo bench --quiet --bench questions
	cargo bench --quiet --bench bundle
	cargo bench --quiet --bench registry
	@bash www/build/bench.sh
	@node www/bench/engine.mjs
	@node www/bench/interaction.mjs dist build/empty
	@node www/bench/concurrent-loads.mjs dist
	@node www/bench/answers.mjs dist $(BASE)
	@node www/bench/author.mjs dist/author.html rules.json
	cargo build --quiet --release -p eligibility-check -p eligibility-firms --bin eligibility --bin firms --bin packs
	@ELIGIBILITY=target/release/eligibility FIRMS=target/release/firms node tests/registry/bench/firms.mjs

fuzz: setup-fuzz ## fuzz each target for SECONDS=60, starting from the corpus of earlier runs
	@bash tests/fuzz/run.sh $(or $(SECONDS),60)

gallery: setup ## render every part of the widget in every state to build/gallery/
	cargo run --quiet --example gallery -- --out build/gallery

pictures: dist setup-browser ## take the screenshots in docs/pictures/
	cargo build --quiet
	cd tests/browser && node readme-pictures.mjs

setup:
	@bash www/build/setup.sh build

setup-lint:
	@bash www/build/setup.sh lint

setup-fuzz:
	@bash www/build/setup.sh fuzz

setup-browser:
	@bash www/build/setup.sh browser

setup-browsers:
	@bash www/build/setup.sh browsers

setup-registry:
	@bash www/build/setup.sh registry

setup-engines:
	@bash www/build/setup.sh engines
