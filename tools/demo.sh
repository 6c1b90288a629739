# shellcheck shell=bash
# A demonstration: a sample company in ./data-demo, filled at the first run, and live traffic.

demo_folder=./data-demo
demo_email=demo@example.com
demo_password="welcome to the sample"

# A folder that was not filled to its end is filled anew.
fill_demo() {
  [ ! -e "$demo_folder/live.key" ] || return 0
  rm -rf "$demo_folder"
  local sluis=build/release/sluis
  $sluis user add --data "$demo_folder" --email "$demo_email" --role admin --name Demo \
    <<<"$demo_password"
  $sluis simulate --data "$demo_folder" --customers 8000 --days 400 --owner "$demo_email"
  (
    umask 077
    $sluis key create --data "$demo_folder" --scope ingest --name sample-traffic \
      >"$demo_folder/live.key.new"
  )
  mv "$demo_folder/live.key.new" "$demo_folder/live.key"
}

# The address after --listen, or the usual one.
demo_address() {
  local address=127.0.0.1:8080
  while [ $# -gt 0 ]; do
    case "$1" in
      --listen) address=${2:-$address} ;;
      --listen=*) address=${1#--listen=} ;;
    esac
    shift
  done
  echo "$address"
}

serve_demo() {
  local address
  address=$(demo_address "$@")
  build/release/sluis serve --data "$demo_folder" --listen "$address" --log-level warning "$@" &
  demo_server=$!
  trap 'kill $demo_server 2>/dev/null || true; wait $demo_server || true' EXIT
  until (exec 3<>"/dev/tcp/${address%:*}/${address##*:}") 2>/dev/null; do
    kill -0 $demo_server 2>/dev/null || return 1
    sleep 0.1
  done
  echo "Sign in as $demo_email with the password: $demo_password"
  build/release/sluis simulate live --server "$address" --speed 3 \
    --key "$(cat "$demo_folder/live.key")" >/dev/null &
  wait $demo_server
}
