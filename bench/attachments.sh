#!/usr/bin/env bash
# Messages per second of ./gyotaku scan, whole process, on mails that differ only in whether they have attachments:
# a ZIP file with a script and a text, and a page in a gzipped tar, different in each mail. Median of the rounds.
# usage: bench/attachments.sh [MAILS=200] [ROUNDS=5]
set -euo pipefail
cd "$(dirname "$0")/.."
mails=${1:-200}
rounds=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$work" "$mails" <<'PY'
import io, sys, tarfile, zipfile, gzip
from email.message import EmailMessage
work, count = sys.argv[1], int(sys.argv[2])

def mail(i, attach):
    m = EmailMessage()
    m["From"] = f"Parcels <parcels{i}@sender.example>"
    m["To"] = "hana@recipient.example"
    m["Subject"] = f"Your parcel {i}"
    m["Date"] = "Tue, 12 May 2026 10:00:00 +0900"
    m["Message-ID"] = f"<{i}@sender.example>"
    m.set_content(f"Parcel {i} waits for you. The password is Parcel-{i}.\nhttps://parcels.example/{i}\n")
    if attach:
        z = io.BytesIO()
        with zipfile.ZipFile(z, "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr(f"parcel {i}.js", f"WScript.Echo({i});\n" * 300)
            out.writestr("read me.txt", f"Parcel {i}\n" * 2000)
        t = io.BytesIO()
        with tarfile.open(fileobj=t, mode="w:gz") as out:
            data = f"<html><body><a href='https://parcels.example/{i}'>parcel</a></body></html>".encode() * 20
            info = tarfile.TarInfo("parcel.html")
            info.size = len(data)
            out.addfile(info, io.BytesIO(data))
        m.add_attachment(z.getvalue(), maintype="application", subtype="zip", filename=f"parcel {i}.zip")
        m.add_attachment(t.getvalue(), maintype="application", subtype="gzip", filename=f"parcel {i}.tgz")
    return m.as_bytes()

import os
for folder, attach in (("without", False), ("with", True)):
    os.mkdir(f"{work}/{folder}")
    for i in range(count):
        with open(f"{work}/{folder}/{i:05}.eml", "wb") as out:
            out.write(mail(i, attach))
PY

seconds() { # FOLDER -> wall seconds of one scan
  local TIMEFORMAT=%R
  { time ./gyotaku scan --jsonl "$work/lines" "$work/$1" >/dev/null 2>&1; } 2>&1
  [ "$(wc -l <"$work/lines")" = "$mails" ] || { echo "not every mail has a line" >&2; exit 1; }
}

for folder in without with; do
  seconds "$folder" >/dev/null
  for _ in $(seq "$rounds"); do seconds "$folder"; done | sort -n >"$work/$folder.runs"
  median=$(awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }' "$work/$folder.runs")
  echo "$folder attachments: $mails mails in $median s, $(awk -v n="$mails" -v s="$median" 'BEGIN { printf "%.0f", n / s }') mails/s (median of $rounds, $(head -1 "$work/$folder.runs") to $(tail -1 "$work/$folder.runs") s)"
done
