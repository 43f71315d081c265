#!/usr/bin/env bash
# Builds DataBureau and runs its tests; arguments go to dotnet test, as in ./test.sh --filter Browser.
# With DATABUREAU_TEST_SQLSERVER set, the service tests run once more on that SQL Server.
# The last line is always "N passed, N failed, N skipped"; the exit code is 0 only when something ran and nothing failed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/eng/install.sh"

need_dotnet
need_postgres
want_font_tools
want_browser

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
# What the program logged as an error under the browser tests; the runner itself shows only that a class failed to clean up.
export DATABUREAU_TEST_LOGGED="$results/logged.txt"

# Sums the counters of all result files; a skipped test is counted in total but not in executed.
summary() {
  find "$results" -name '*.trx' -exec cat {} + 2>/dev/null | tr '>' '\n' | awk '
    function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    /<Counters / {
      passed += count("passed"); skipped += count("total") - count("executed")
      failed += count("failed") + count("error") + count("timeout") + count("aborted")
    }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed + failed == 0 || failed > 0 }'
}

finish() {
  local line
  [ ! -s "$DATABUREAU_TEST_LOGGED" ] || cat "$DATABUREAU_TEST_LOGGED" >&2
  line=$(summary) || status=1
  printf '%s\n' "$line"
  exit "$status"
}

run_tests() {
  dotnet test "$root/DataBureau.sln" -c Release --no-build --nologo --results-directory "$results" \
    --logger trx --logger "console;verbosity=minimal" "$@" </dev/null || status=1
}

build "$root/DataBureau.sln" -warnaserror || {
  warn "the build failed, so no test was run."
  status=1
  finish
}

run_tests "$@"

# The caller's filter holds for the second run too: only one --filter is understood, so the two are joined.
filter=Category=Service others=()
while [ $# -gt 0 ]; do
  case $1 in
    --filter=*) filter="(${1#--filter=})&$filter" ;;
    --filter) filter="(${2:-})&$filter"; shift ;;
    *) others+=("$1") ;;
  esac
  shift
done

if [ -n "${DATABUREAU_TEST_SQLSERVER:-}" ]; then
  printf 'Running the service tests on SQL Server.\n'
  DATABUREAU_TEST_PROVIDER=SqlServer run_tests ${others[@]+"${others[@]}"} --filter "$filter"
else
  printf 'The service tests were not run on SQL Server, because DATABUREAU_TEST_SQLSERVER is not set.\n'
fi

finish
