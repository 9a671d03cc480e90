// Packs the range tables of two npm packages into one file that is read by binary search.
// usage: node pack.mjs COUNTRY_PACKAGE_DIR ASN_PACKAGE_DIR OUT
//
// Where ranges overlap, the one that begins later counts: the source holds customers' blocks inside of providers'.
//
// Layout, numbers big-endian: "GYIP" u8=1, u16 length + JSON about the data, then five tables (country of IPv4, country
// of IPv6, ASN of IPv4, ASN of IPv6, names of ASNs): u32 number of blocks, for each block u64 first key, u32 offset,
// u32 length, u16 entries. The deflated blocks follow. Offsets count from the end of the last table.
// A block of ranges: for each entry one byte s, then varints m, then varints v: the key is the one before it plus
// m << s (the first: plus the block's first key), and v holds from that key to the next. IPv6 keys are the upper 64 bits.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [countryDir, asnDir, out] = process.argv.slice(2);
const V6_LOW = (1n << 64n) - 1n;
let narrow = 0;

function* lines(file) {
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line !== '') yield line;
  }
}

const names = new Map();

function countryValue(code) {
  return /^[A-Z]{2}$/.test(code) ? (code.charCodeAt(0) - 65) * 26 + code.charCodeAt(1) - 65 + 1 : 0;
}

function asnValue(text) {
  const comma = text.indexOf(',');
  const asn = Number(comma < 0 ? text : text.slice(0, comma));
  const name = comma < 0 ? '' : text.slice(comma + 1).replace(/^"|"$/g, '').replaceAll('""', '"');
  if (name !== '') names.set(asn, name.replace(/[\u0000-\u001f]/g, ' '));
  return asn;
}

function* ranges(file, v6, value) {
  for (const line of lines(file)) {
    const a = line.indexOf(',');
    const b = line.indexOf(',', a + 1);
    let start = BigInt(line.slice(0, a));
    let end = BigInt(line.slice(a + 1, b)) + 1n;
    if (v6) {
      if ((start & V6_LOW) !== 0n || (end & V6_LOW) !== 0n) narrow++;
      start = (start + V6_LOW) >> 64n;
      end = end >> 64n;
    }
    if (start < end) yield [start, end, value(line.slice(b + 1))];
  }
}

function edges(file, v6, value) {
  const list = [];
  const put = (key, v) => {
    if (list.at(-1)?.[0] === key) list.pop();
    if ((list.at(-1)?.[1] ?? 0) !== v) list.push([key, v]);
  };
  const open = [];
  const closeUntil = (limit) => {
    while (open.length > 0 && open.at(-1)[0] <= limit) {
      const [end] = open.pop();
      while (open.length > 0 && open.at(-1)[0] <= end) open.pop();
      put(end, open.length > 0 ? open.at(-1)[1] : 0);
    }
  };
  for (const [start, end, v] of ranges(file, v6, value)) {
    closeUntil(start);
    put(start, v);
    open.push([end, v]);
  }
  closeUntil(1n << 64n);
  return list;
}

function varint(bytes, number) {
  let n = BigInt(number);
  while (n > 127n) {
    bytes.push(Number(n & 127n) | 128);
    n >>= 7n;
  }
  bytes.push(Number(n));
}

function rangeBlock(entries) {
  const shifts = [], steps = [], values = [];
  let before = entries[0][0];
  for (const [key, value] of entries) {
    let step = key - before, shift = 0;
    while (step !== 0n && (step & 1n) === 0n) {
      step >>= 1n;
      shift++;
    }
    shifts.push(shift);
    varint(steps, step);
    varint(values, value);
    before = key;
  }
  return Buffer.from([...shifts, ...steps, ...values]);
}

function nameBlock(entries) {
  const steps = [];
  let before = entries[0][0];
  for (const [asn] of entries) {
    varint(steps, asn - before);
    before = asn;
  }
  return Buffer.concat([Buffer.from(steps), Buffer.from(entries.map((e) => e[1]).join('\n'), 'utf8')]);
}

const data = [];
let offset = 0;

function table(list, size, block) {
  const rows = [];
  for (let i = 0; i < list.length; i += size) {
    const entries = list.slice(i, i + size);
    const packed = zlib.deflateRawSync(block(entries), { level: 9 });
    const row = Buffer.alloc(18);
    row.writeBigUInt64BE(BigInt(entries[0][0]), 0);
    row.writeUInt32BE(offset, 8);
    row.writeUInt32BE(packed.length, 12);
    row.writeUInt16BE(entries.length, 16);
    rows.push(row);
    data.push(packed);
    offset += packed.length;
  }
  const count = Buffer.alloc(4);
  count.writeUInt32BE(rows.length);
  return Buffer.concat([count, ...rows]);
}

function version(dir) {
  return JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
}

const country = version(countryDir), asn = version(asnDir);
const stamp = /(\d{4})(\d\d)(\d\d)\d\d$/.exec(country.version);
const about = {
  date: `${stamp[1]}-${stamp[2]}-${stamp[3]}`,
  sources: [`${country.name} ${country.version}`, `${asn.name} ${asn.version}`],
  licence: 'CC BY 4.0',
  attribution: 'Number Resource Organization (nro.net), RouteViews (routeviews.org), DB-IP (db-ip.com)',
};
const file = (dir, name) => path.join(dir, name);
const tables = [
  table(edges(file(countryDir, 'geo-whois-asn-country-ipv4-num.csv'), false, countryValue), 2048, rangeBlock),
  table(edges(file(countryDir, 'geo-whois-asn-country-ipv6-num.csv'), true, countryValue), 2048, rangeBlock),
  table(edges(file(asnDir, 'asn-ipv4-num.csv'), false, asnValue), 2048, rangeBlock),
  table(edges(file(asnDir, 'asn-ipv6-num.csv'), true, asnValue), 2048, rangeBlock),
  table([...names].sort((a, b) => a[0] - b[0]), 512, nameBlock),
];
const meta = Buffer.from(JSON.stringify(about), 'utf8');
const head = Buffer.alloc(7);
head.write('GYIP', 0, 'latin1');
head.writeUInt8(1, 4);
head.writeUInt16BE(meta.length, 5);
fs.writeFileSync(out, Buffer.concat([head, meta, ...tables, ...data]));
console.log(`${out}: ${fs.statSync(out).size} bytes, ${names.size} names, ${narrow} IPv6 ranges end inside a /64`);
