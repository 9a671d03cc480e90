"""How often `./gyotaku scan` names the brand that a mail poses as, against the labels that a reader gave."""
import collections, json, os, subprocess

import copies

LABELS = copies.HOME / 'engine' / 'src' / 'test' / 'resources' / 'labels' / 'brands.tsv'


def labels():
    with open(LABELS, encoding='utf-8') as lines:
        rows = (line.rstrip('\n').split('\t') for line in lines if not line.startswith('#'))
        next(rows)
        return dict(rows)


def named(out, wanted):
    """the brand named of each wanted mail, read as it is, by SHA-256"""
    paths = {row['sha256']: copies.DATA / row['path'] for row in copies.table(copies.SHARED / 'data' / 'labels.tsv')
             if row['sha256'] in wanted}
    lines = out / 'scan-brands.jsonl'
    subprocess.run([copies.HOME / 'gyotaku', 'scan', *paths.values(), '--jsonl', lines], check=False,
                   stderr=subprocess.DEVNULL)
    by_path = {os.path.realpath(path): sha256 for sha256, path in paths.items()}
    with open(lines, encoding='utf-8') as said:
        return {by_path[os.path.realpath(line['path'])]: line['brand'] for line in map(json.loads, said)}


def outcome(label, brand):
    if label in ('none', 'unclear') or label.startswith('other:'):
        return 'none named' if brand is None else 'wrong'
    return 'right' if brand == label else 'none named' if brand is None else 'wrong'


def kind(label):
    return label.split(':')[0] if label in ('none', 'unclear') or label.startswith('other:') else 'in the book'


def measure(out, write_table):
    """prints and keeps the counts by kind of label; of single mails nothing is shown"""
    wanted = labels()
    brands = named(out, wanted)
    counts = collections.Counter((kind(label), outcome(label, brands.get(sha256))) for sha256, label in wanted.items())
    rows = []
    for of in ('in the book', 'other', 'none', 'unclear'):
        right, wrong, unnamed = (counts[of, how] for how in ('right', 'wrong', 'none named'))
        whole = right + wrong + unnamed
        good = right if of == 'in the book' else unnamed
        rows.append([of, str(whole), str(right) if of == 'in the book' else '-', str(wrong), str(unnamed),
                     f'{100 * good / whole:.1f}' if of != 'unclear' and whole else '-'])
    write_table(out / 'brands.tsv', ['label', 'mails', 'right', 'wrong', 'none named', 'as it should be %'], rows)
