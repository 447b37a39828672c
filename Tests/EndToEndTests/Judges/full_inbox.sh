#!/bin/bash
# Puts a file that has to be refused into a watched folder whose file system is full, and gives it room later.
# Wants to be in a mount namespace of its own. Arguments: program, folder to mount on, folder for results, certificates,
# empty folder of peers, facts of the node, port.
#
# Results: "<name>.out" and ".err" per command, "<name>.names" what lay in refused/, "times" when refused/ last changed.
set -u
program=$1 disk=$2 results=$3 certs=$4 peers=$5 facts=$6 port=$7
mount -t tmpfs -o size=256k tmpfs "$disk" || exit 77
node=$results/node
inbox=$disk/inbox

status() { "$program" status --config "$node/node.yaml" --json >"$results/$1.out" 2>"$results/$1.err"; }

# Waits up to two minutes for a command to succeed.
until_done() {
    for _ in $(seq 600); do
        "$@" && return 0
        sleep 0.2
    done
    return 1
}

runs() { status start && grep -q '"running":true' "$results/start.out"; }
told() { status full && grep -q '"DAT-05"' "$results/full.out"; }
taken() { [ ! -e "$inbox/bad.csv" ] && status after && ! grep -q '"DAT-05"' "$results/after.out"; }

"$program" init "$node" --facts "$facts" --certs "$certs" --peers "$peers" --port "$port" \
    --readers youshui=430000.tongzhou.test >"$results/init.out" 2>&1 || exit 1
printf 'intake_folder:\n  cnemc-auto: {path: %s, quiet_seconds: 1}\n' "$inbox" >>"$node/node.yaml"
mkdir "$inbox"
"$program" serve --config "$node/node.yaml" >/dev/null 2>"$results/serve.err" &
server=$!
until_done runs && until_done test -d "$inbox/refused" || exit 1

# By renaming, so that it is looked at when there is no room any more.
printf '断面,监测时间,状态,氨氮(mg/L)\n不存在,2021-04-01 08:00,正常,1\n' >"$inbox/bad.csv.part"
cat /dev/zero >"$disk/ballast" 2>/dev/null
mv "$inbox/bad.csv.part" "$inbox/bad.csv"
until_done told || exit 1
ls "$inbox/refused" >"$results/full.names"
stat -c %y "$inbox/refused" >"$results/times"
sleep 20
stat -c %y "$inbox/refused" >>"$results/times"
cmp "$inbox/bad.csv" - >"$results/same.out" 2>&1 <<<$'断面,监测时间,状态,氨氮(mg/L)\n不存在,2021-04-01 08:00,正常,1'
echo $? >"$results/same.code"

rm "$disk/ballast"
until_done taken || exit 1
ls "$inbox/refused" >"$results/after.names"
kill $server
wait $server
