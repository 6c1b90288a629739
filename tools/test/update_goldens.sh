#!/usr/bin/env bash
# Writes the golden files anew, from the build that ./run --build made. Read the difference.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tools/test/parts.sh
trap '[ -z "$postgres" ] || tools/test/postgres.sh stop "$postgres"' EXIT
start_postgres
tools/test/goldens.py --store "$SLUIS_TEST_POSTGRES" --update
git status --short api docs/reference tests/golden
