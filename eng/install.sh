# Sourced by start.sh and test.sh: what the two have in common. Needs bash.

# Tools and the package cache want a home even where none is set.
export HOME="${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}"
[ -n "$HOME" ] || export HOME="${TMPDIR:-/tmp}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nobody answers questions here.
export DEBIAN_FRONTEND=noninteractive

fail() { printf '%s\n' "$1" >&2; exit 1; }
warn() { printf 'Warning: %s\n' "$1" >&2; }

# Runs a command as root, or fails when that needs a password.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1
  fi
}

# The lists are fetched once per run: by the first installation that fails, since they may be missing or stale.
apt_updated=
apt_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  local options=(-o DPkg::Lock::Timeout=120 -o Acquire::Retries=2)
  apt_try() { as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y -qq --no-install-recommends "$@" </dev/null >/dev/null 2>&1; }
  apt_try "$@" && return 0
  [ -z "$apt_updated" ] || return 1
  apt_updated=1
  as_root apt-get "${options[@]}" update -qq </dev/null >/dev/null 2>&1 || return 1
  apt_try "$@"
}

# require <name for the reader> <test> <package>...: installs the packages unless the test holds.
require() {
  local name=$1 present=$2
  shift 2
  "$present" && return 0
  printf 'Installing %s (%s).\n' "$name" "$*" >&2
  apt_install "$@" && "$present"
}

has_dotnet() { command -v dotnet >/dev/null 2>&1 && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; }

has_postgres() {
  local folder
  for folder in "$(pg_config --bindir 2>/dev/null)" "$(dirname "$(command -v postgres || echo /none/none)")" \
    /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
    /Applications/Postgres.app/Contents/Versions/*/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && return 0
  done
  return 1
}

# Debian's packages belong to Debian's own python3, which need not be the first one on the path.
has_font_tools() {
  local python
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import fontTools.subset, brotli' >/dev/null 2>&1 && return 0
  done
  return 1
}
has_headless_shell() { command -v chromium-headless-shell >/dev/null 2>&1; }
has_chromium() { command -v chromium >/dev/null 2>&1; }
has_chinese_font() { command -v fc-list >/dev/null 2>&1 && fc-list ':lang=zh-cn' family 2>/dev/null | grep -q .; }

# Debian's package would also create and start a cluster of its own on port 5432; only the programs are wanted. The file that
# says so is in place for this one installation, so that the owner's later installations behave as usual.
install_postgres() {
  local folder=/etc/postgresql-common/createcluster.d
  local file=$folder/databureau.conf
  if command -v apt-get >/dev/null 2>&1; then
    as_root mkdir -p "$folder" && printf 'create_main_cluster = false\n' | as_root tee "$file" >/dev/null || return 1
  fi
  local installed=0
  require "PostgreSQL" has_postgres postgresql || installed=1
  as_root rm -f "$file" || true
  return "$installed"
}

need_dotnet() { has_dotnet || fail "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."; }

need_postgres() {
  has_postgres || install_postgres ||
    fail "The PostgreSQL server programs are missing and could not be installed: install PostgreSQL 15 or later (Debian: apt-get install postgresql) and run this again."
}

want_font_tools() {
  require "the icon font tools" has_font_tools python3-fonttools python3-brotli ||
    warn "python3-fonttools and python3-brotli could not be installed, so the icon font is not reduced and first pages load about 1 MB more."
}

want_browser() {
  # The shell is Chromium without the windows around a page, which cost the tests more than half their time.
  require "the browser" has_headless_shell chromium-headless-shell || require "the browser" has_chromium chromium ||
    warn "neither chromium-headless-shell nor chromium could be installed, so the browser tests cannot run."
  require "a Chinese font" has_chinese_font fonts-noto-cjk fontconfig || warn "fonts-noto-cjk could not be installed, so the browser draws boxes for Chinese text."
}

# Restores and builds; only errors are shown. Build servers are not left behind, for they would keep a caller's pipe open.
build() {
  local output
  printf 'Building.\n' >&2
  output=$(MSBUILDDISABLENODEREUSE=1 dotnet build "$1" -c Release -v quiet -nologo -p:UseSharedCompilation=false "${@:2}" </dev/null 2>&1) && return 0
  printf '%s\n' "$output" | grep -E '(error|warning) ' | sort -u >&2 || printf '%s\n' "$output" >&2
  return 1
}
