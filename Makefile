# Two commands matter:  make serve  and  make test.  Both install what is missing.
.PHONY: serve test dist bench lint setup

SHELL := /bin/bash

serve: dist ## build everything and serve it on 127.0.0.1:8080
	node www/build/serve.mjs dist 8080

setup:
	@bash www/build/setup.sh build

dist: setup ## the files a web team deploys
	@bash www/build/dist.sh
