#!/bin/bash
# Runs a node on a file system of a few MiB until it is full, then gives it room again.
# Wants to be in a mount namespace of its own. Arguments: program, folder to mount on, folder for results, certificates,
# empty folder of peers, facts of the node, port.
#
# Results: one file "<name>.out", ".err" and ".code" per command; "acknowledged" holds how many were, phase by phase.
set -u
program=$1 disk=$2 results=$3 certs=$4 peers=$5 facts=$6 port=$7
mount -t tmpfs -o size=4m tmpfs "$disk" || exit 77
node=$disk/node
config=$node/node.yaml

run() {
    local name=$1
    shift
    "$program" "$@" --config "$config" --json >"$results/$name.out" 2>"$results/$name.err"
    local code=$?
    echo $code >"$results/$name.code"
    return $code
}

say() {
    run "$1" sections add --id "500000-$2" --name-zh "$2" --name-en "$2" --river r --basin b \
        --upstream 500000 --downstream 430000
}

start() {
    "$program" serve --config "$config" >/dev/null 2>>"$results/serve.err" &
    server=$!
    for _ in $(seq 600); do
        run status status && grep -q '"running":true' "$results/status.out" && return 0
        sleep 0.1
    done
    return 1
}

"$program" init "$node" --facts "$facts" --certs "$certs" --peers "$peers" --port "$port" \
    --readers youshui=430000.tongzhou.test >"$results/init.out" 2>&1 || exit 1
start || exit 1
acknowledged=0
say first "s$acknowledged" || exit 1
acknowledged=1

# What is left over is filled up but for a little, so that the disk runs full in the midst of recording.
left=$(($(df --output=avail -k "$disk" | tail -1) - 96))
head -c "${left}k" /dev/zero >"$disk/ballast"
for _ in $(seq 200); do
    say full "s$acknowledged" || break
    acknowledged=$((acknowledged + 1))
done
# To the last byte: what is left was too little for SQLite.
cat /dev/zero >"$disk/rest" 2>/dev/null
say again "s$acknowledged" && acknowledged=$((acknowledged + 1))
run status-full status
run check-full check --full
run sections-full sections
echo $acknowledged >"$results/acknowledged"

rm "$disk/ballast" "$disk/rest"
say after "s$acknowledged" && acknowledged=$((acknowledged + 1))
run sections-after sections
run check-after check --full
kill -9 $server
wait $server 2>/dev/null
start || exit 1
say restarted "s$acknowledged" && acknowledged=$((acknowledged + 1))
run sections-restarted sections
run check-restarted check --full
echo $acknowledged >>"$results/acknowledged"
kill $server
wait $server
