#!/usr/bin/env bash
# Adds a migration of one name to both providers: eng/migration.sh AddPlans
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { echo "usage: eng/migration.sh NAME" >&2; exit 2; }
dotnet tool restore >/dev/null
dotnet build DataBureau.Web
for provider in PostgreSql SqlServer; do
  dotnet ef migrations add "$1" --project DataBureau.Web --context "${provider}BureauDbContext" --no-build --output-dir "Data/Migrations/$provider"
done
