#!/usr/bin/env bash
# Builds DataBureau and starts it for development; arguments go to the program, as in ./start.sh seed --demo.
# PORT or ASPNETCORE_URLS choose the address; with a connection string in the environment no PostgreSQL is started.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/eng/install.sh"

need_dotnet
compgen -e | grep -q '^ConnectionStrings__' || need_postgres
want_font_tools

build "$root/DataBureau.Web" || fail "The build failed; the errors are above."

export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://127.0.0.1:${PORT:-5080}}"
# The caller's folder stays the current one, so that file names among the arguments mean what they say.
export ASPNETCORE_CONTENTROOT="$root/DataBureau.Web"
exec dotnet "$root/DataBureau.Web/bin/Release/net10.0/DataBureau.Web.dll" "$@"
