#!/usr/bin/env bash
# A service manager stops the server with SIGTERM while people work: what was accepted is answered whole, the program ends with 0,
# the books are as they were, and the next start serves.
set -euo pipefail
program=$1
work=$2
data=$work/city

"$program" --data "$data" demo --size small --years 2024

start() { # sets server and url
    : >"$work/said"
    "$program" --data "$data" serve --listen 127.0.0.1:0 2>"$work/said" &
    server=$!
    for _ in $(seq 100); do
        grep -q '(port [0-9]*)' "$work/said" && break
        sleep 0.1
    done
    url=http://127.0.0.1:$(sed -n 's/.*(port \([0-9]*\)).*/\1/p' "$work/said")
}

ask() { # ask NUMBER: until the server is gone; one line an answer: status, bytes promised, bytes received
    while curl -s -b "$work/jar" -o "$work/body.$1" -w '%{http_code} %header{content-length} %{size_download}\n' "$url/jejak?format=pdf"; do :; done >"$work/answers.$1"
}

start
curl -s -c "$work/jar" -o "$work/page" -d 'login=tapem&password=contoh' "$url/masuk"
for number in 1 2 3 4; do ask "$number" & done
for _ in $(seq 600); do # until each has had one answer, and works on the next
    [ "$(cat "$work"/answers.* 2>/dev/null | wc -l)" -ge 4 ] && break
    sleep 0.1
done
sleep 0.3
kill -TERM "$server"
code=0
wait "$server" || code=$?
[ "$code" = 0 ] || { echo "SIGTERM ends with $code"; exit 1; }
wait
cat "$work"/answers.* >"$work/answers"
# The line of a request that the stop came before has no status.
whole=$(awk '$1 == 200 && $2 == $3' "$work/answers" | wc -l)
torn=$(awk '$1 == 200 && $2 != $3' "$work/answers" | wc -l)
[ "$whole" -ge 4 ] || { echo "only $whole answers before the stop"; exit 1; }
[ "$torn" = 0 ] || { echo "$torn answers were cut off"; exit 1; }

"$program" --data "$data" check
start
[ "$(curl -s -o "$work/page" -w '%{http_code}' "$url/masuk")" = 200 ] || { echo "it does not start again"; exit 1; }
kill -INT "$server"
wait "$server"
