#!/bin/sh
# Fetches the newest country and ASN tables from npm and packs them into the resource that the program ships.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @ip-location-db/geo-whois-asn-country >/dev/null
npm pack --silent @ip-location-db/asn >/dev/null
for archive in *.tgz; do
    mkdir "${archive%.tgz}"
    tar -xzf "$archive" -C "${archive%.tgz}"
done
node --max-old-space-size=2048 "$here/pack.mjs" "$work"/ip-location-db-geo-*/package "$work"/ip-location-db-asn-*/package \
    "$here/../src/main/resources/gyotaku/enrich/ipdata/ip.data"
