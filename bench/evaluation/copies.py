"""The mails that are measured, laid out in three copies.

Development mails of ../shared/data, unpacked to a scratch folder, never into the project:
    COPIES/index.tsv                     path sha256 label corpus subtype lang campaign bucket
    COPIES/{raw,scrub,neutral}/train/    campaigns of the buckets 0 to 3: to look at, to train on (0 to 2) and to choose by (3)
    COPIES/{raw,scrub,neutral}/valid/    the mails of ../shared/peers/quality.tsv, buckets 4 to 9: only figures are read from them
raw is the mail as it is, scrub has the collector's traces removed, neutral no transport headers at all
(../shared/peers/mails.py makes them). The bucket comes from the campaign, so no campaign is on both sides.
"""
import collections, csv, hashlib, json, os, shutil, subprocess, sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SHARED = HOME.parent / 'shared'
COPIES = Path(os.environ.get('GYOTAKU_COPIES', '/tmp/gyotaku-copies'))
DATA = Path(os.environ.get('GYOTAKU_DATA', '/tmp/gyotaku-data'))
KINDS = ('raw', 'scrub', 'neutral')
TRAIN_BUCKETS = 4

Mail = collections.namedtuple('Mail', 'path sha256 label corpus subtype lang campaign bucket')


def table(path):
    with open(path, encoding='utf-8', errors='replace') as lines:
        return list(csv.DictReader(lines, delimiter='\t', quoting=csv.QUOTE_NONE))


def peers():
    """the module of ../shared/peers that scrubs and neutralises"""
    if not (SHARED / 'peers' / 'mails.py').exists():
        sys.exit('evaluate: ../shared/data and ../shared/peers are not there: nothing to measure on')
    sys.path.insert(0, str(SHARED / 'peers'))
    sys.dont_write_bytecode = True
    import mails
    return mails


def index():
    return [Mail(**row) for row in table(COPIES / 'index.tsv')]


def group(mail):
    """the row of the tables that a mail belongs to: its corpus, split where the kinds of mail in it differ"""
    kind = mail.subtype.split()[0] if mail.subtype else ''
    if mail.corpus == 'spamassassin':
        return 'sa-spam' if mail.label == 'spam' else 'sa-hard' if kind.startswith('hard') else 'sa-easy'
    if mail.corpus == 'csdmc2010':
        return 'csdmc-spam' if mail.label == 'spam' else 'csdmc'
    if mail.corpus == 'modern_ham':
        return 'modern-' + (kind.split('/')[0] or 'other')
    return {'ja_bank_bodies': 'ja-bank', 'synthetic_ham': 'synthetic'}.get(mail.corpus, mail.corpus)


def lay():
    """the copies, once; returns the index"""
    if (COPIES / 'index.tsv').exists():
        return index()
    mails = peers()
    labels = table(SHARED / 'data' / 'labels.tsv')
    valid = {row['sha256'] for row in table(SHARED / 'peers' / 'quality.tsv')}
    chosen, seen = [], set()
    for row in labels:
        bucket = int(hashlib.sha256(row['campaign'].encode()).hexdigest()[:8], 16) % 10
        side = 'valid' if row['sha256'] in valid else 'train' if bucket < TRAIN_BUCKETS else None
        if side and row['sha256'] not in seen:
            seen.add(row['sha256'])
            chosen.append(Mail(f"{side}/{row['sha256'][:16]}.eml", row['sha256'], row['label'], row['path'].split('/')[0],
                               row['subtype'], row['lang'], row['campaign'], str(bucket)))
    if not DATA.is_dir():
        DATA.mkdir(parents=True)
        for archive in sorted((SHARED / 'data').glob('*-dev.tar.xz')):
            subprocess.run(['tar', 'xJf', archive, '-C', DATA], check=True)
    found = mails.find(str(DATA), seen)
    for kind in KINDS:
        for side in ('train', 'valid'):
            (COPIES / kind / side).mkdir(parents=True, exist_ok=True)
        for mail in chosen:
            (COPIES / kind / mail.path).write_bytes(mails.HOW[kind](found[mail.sha256]))
    unfinished = COPIES / 'index.part'
    with open(unfinished, 'w', encoding='utf-8') as out:
        out.write('\t'.join(Mail._fields) + '\n')
        out.writelines('\t'.join(mail) + '\n' for mail in chosen)
    unfinished.rename(COPIES / 'index.tsv')
    return chosen


def name(mail):
    """what the file of a mail is called in every copy"""
    return Path(mail.path).stem


def scan(kind, out, again):
    """what `./gyotaku scan` says of each mail of one copy, by the name of its file: for the development mails the first
    16 digits of the SHA-256 that the mail has as it is, for letters their id"""
    lines = out / f'scan-{kind}.jsonl'
    if not (again and lines.exists()):
        subprocess.run([HOME / 'gyotaku', 'scan', COPIES / kind, '--jsonl', lines], check=False, stderr=subprocess.DEVNULL)
    with open(lines, encoding='utf-8') as said:
        return {Path(line['path']).stem: line for line in map(json.loads, said) if line['verdict']}


def letters(again):
    """our own letters of testkit, written as mails to COPIES/letters; returns (those to tune on, those kept aside)"""
    folder = COPIES / 'letters'
    if not (again and (folder / 'labels.tsv').exists()):
        write_letters(folder)
    tuned, aside = [], []
    for row in table(folder / 'labels.tsv'):
        label = {'benign': 'ham', 'spam': 'spam'}.get(row['label'], 'phishing')
        bucket = int(hashlib.sha256(row['campaign'].encode()).hexdigest()[8:16], 16) % TRAIN_BUCKETS
        (aside if row['aside'] == '1' else tuned).append(
            Mail(row['path'], row['sha256'], label, f"letters-{row['lang']}", row['subtype'], row['lang'], row['campaign'], str(bucket)))
    return tuned, aside


def write_letters(folder):
    testkit = HOME / 'testkit' / 'target'
    subprocess.run(['mvn', '-q', '-B', '-ntp', '-Dquick', '-Dmaven.test.skip=true', '-pl', 'testkit', '-am', 'package',
                    'dependency:copy-dependencies', '-DoutputDirectory=${project.build.directory}/lib'], cwd=HOME, check=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([Path(os.environ['JAVA_HOME']) / 'bin' / 'java', '-cp', f'{testkit}/classes:{testkit}/lib/*',
                    'gyotaku.testkit.letters.LettersMain', folder], check=True)
