#!/usr/bin/env bash
# What the surroundings refuse is one clear sentence, with its code and the exit code that scripts branch on.
set -euo pipefail
program=$1
work=$2
data=$work/city

"$program" --data "$data" demo --size small --years 2024 >/dev/null 2>&1

refused() { # refused EXIT CODE ARGUMENTS…: the exit code, and the code of the error in brackets
    local exit=$1 code=$2 got=0
    shift 2
    "$program" "$@" >"$work/out" 2>"$work/said" || got=$?
    [ "$got" = "$exit" ] || { echo "$*: ends with $got, not $exit"; cat "$work/said"; exit 1; }
    [ "$(head -1 "$work/said" | grep -c "^rtkeren: .*\[$code\]$")" = 1 ] || { echo "$*: does not say $code"; cat "$work/said"; exit 1; }
    ! grep -q '{[a-z_]*}' "$work/said" || { echo "$*: a value is missing in the sentence"; cat "$work/said"; exit 1; }
}

refused 7 environment.database_url --data "$data" --db mysql://u:geheim@host/x check
! grep -q geheim "$work/said" || { echo "the password of --db is printed"; exit 1; }
refused 7 environment.database_down --data "$data" --db 'postgresql:///x?host=/nowhere' check
refused 7 environment.no_city --data "$work/none" check
refused 7 environment.data_unwritable --data /proc/rtkeren init --city 35.72 --name "Kota Blitar"
refused 5 environment.city_exists --data "$data" init --city 35.72 --name "Kota Blitar"
refused 7 environment.example_public --data "$data" serve --listen 0.0.0.0:0
refused 3 report.unknown --data "$data" report nothing
refused 2 date.invalid --data "$data" report money --as-of 2024-13-01
refused 2 place.format --data "$data" report money --place nowhere
[ "$(wc -l <"$work/said")" = 2 ] || { echo "the same sentence twice"; cat "$work/said"; exit 1; }

"$program" --data "$data" serve --listen 127.0.0.1:0 2>"$work/said.serve" &
server=$!
for _ in $(seq 100); do
    grep -q '(port [0-9]*)' "$work/said.serve" && break
    sleep 0.1
done
refused 7 environment.port_in_use --data "$data" serve --listen "127.0.0.1:$(sed -n 's/.*(port \([0-9]*\)).*/\1/p' "$work/said.serve")"
kill -TERM "$server"
wait "$server"

"$program" --data "$data" report money >"$work/out"
grep -q '^Jumlah' "$work/out" || { echo "the report for people has no total"; cat "$work/out"; exit 1; }

sqlite3 "$data/rtkeren.sqlite" "INSERT INTO db_migration (number, name, sha256) VALUES (9999, '9999_later', 'x')"
refused 7 environment.schema_newer --data "$data" check
