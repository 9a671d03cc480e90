"""How well `./gyotaku scan` tells bad mail from good, measured on the development mails.

usage: bench/evaluate [--out DIR] [--peers] [--again] [--brands]
    --out DIR   where the tables go (default: bench/target/evaluation)
    --peers     rspamd, SpamAssassin and a trained bogofilter on the same mails in the same run (installed from the distribution)
    --again     read the scans of the last run instead of scanning
    --brands    nothing but the share of right brands, of the mails whose brand a reader labelled

Positive is phishing_pot, negative the legitimate mail; the unsolicited bulk mail of 2002 to 2010 stands apart.
By campaign: each campaign counts once, its mails share that one. Look-ups: none, `scan` is off-line.
"""
import argparse, collections, html, os, subprocess
from pathlib import Path

import brands, copies, figures

MALICIOUS = ('phishing', 'scam', 'malware')
RATES = (.001, .01, .05)
Seen = collections.namedtuple('Seen', 'mail group score verdict rules weight')


def seen(mails, lines):
    """each mail with what was said of it, its weight one divided by the size of its campaign on its side"""
    sizes = collections.Counter((mail.path[:5], mail.campaign) for mail in mails)
    return [Seen(mail, copies.group(mail), line['verdict']['score'], line['verdict']['class'], line['findings'],
                 1 / sizes[mail.path[:5], mail.campaign])
            for mail in mails for line in [lines.get(copies.name(mail))] if line]


def pairs(some, by_campaign):
    return [(one.score, one.weight if by_campaign else 1.0) for one in some]


def percent(share):
    return f'{100 * share:.1f}'


def head_row(name, phishing, ham, by_campaign):
    up, down = pairs(phishing, by_campaign), pairs(ham, by_campaign)
    judged = figures.balanced(up, down)
    return ([name, 'campaigns' if by_campaign else 'mails', str(len(up)), str(len(down)), f'{figures.auc(up, down):.4f}']
            + [percent(figures.caught(up, down, rate)) for rate in RATES] + [f'{figures.calibration_error(judged):.3f}'])


def share(some, wanted):
    return percent(sum(one.verdict in wanted for one in some) / len(some)) if some else '-'


def table(path, head, rows):
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    print('\n'.join('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head] + rows) + '\n')
    path.write_text('\n'.join('\t'.join(row) for row in [head] + rows) + '\n', encoding='utf-8')


def worst(path, some):
    """the fifty worst errors of the train part as a page to read: of the validation part nothing is shown but figures"""
    wrong = sorted((one for one in some if one.mail.label != 'spam'),
                   key=lambda one: one.score if one.mail.label == 'phishing' else 1 - one.score)[:50]
    rows = ''.join(
        f'<tr><td>{one.score:.3f}<td>{one.verdict}<td>{one.mail.label}<td>{one.group}<td>{html.escape(one.mail.lang)}'
        f'<td>{html.escape(", ".join(one.rules))}<td><code>{one.mail.path}</code>' for one in wrong)
    path.write_text('<!doctype html><meta charset="utf-8"><title>Worst errors</title><style>td{vertical-align:top;'
                    'border-top:1px solid #ccc;padding:.2em .6em;font:14px sans-serif}</style><table>'
                    '<tr><th>score<th>class<th>label<th>group<th>language<th>rules<th>mail' + rows + '</table>\n',
                    encoding='utf-8')


def rules(path, by_kind):
    """how often each rule speaks, of the train part, raw and neutral: for whoever writes detectors"""
    groups = sorted({one.group for one in by_kind['raw']}, key=lambda g: (g != 'phishing_pot', g))
    count = collections.defaultdict(collections.Counter)
    size = collections.Counter()
    for kind in ('raw', 'neutral'):
        for one in by_kind[kind]:
            if one.mail.path.startswith('train/'):
                size[kind, one.group] += 1
                for rule in one.rules:
                    count[rule][kind, one.group] += 1
    with open(path, 'w', encoding='utf-8') as out:
        out.write('rule\tcopy\t' + '\t'.join(f'{g} ({size["raw", g]})' for g in groups) + '\n')
        for rule in sorted(count):
            for kind in ('raw', 'neutral'):
                out.write(f'{rule}\t{kind}\t' + '\t'.join(str(count[rule][kind, g]) for g in groups) + '\n')


def by_group(some, key):
    groups = collections.defaultdict(list)
    for one in some:
        groups[key(one)].append(one)
    return sorted(groups.items())


def measure(out, by_kind):
    heads, ratios, parts, curves = [], [], [], []
    for kind in copies.KINDS:
        valid = [one for one in by_kind[kind] if one.mail.path.startswith('valid/')]
        phishing = [one for one in valid if one.mail.label == 'phishing']
        ham = [one for one in valid if one.mail.label == 'ham']
        heads += [head_row(kind, phishing, ham, False), head_row(kind, phishing, ham, True)]
        curves.append((kind, figures.bins(figures.balanced(pairs(phishing, True), pairs(ham, True)))))
        for name, some in by_group(valid, lambda one: one.group):
            against = [] if some[0].mail.label != 'ham' else head_row('', phishing, some, False)[4:]
            parts.append([kind, name, some[0].mail.label, str(len(some)), str(len({one.mail.campaign for one in some})),
                          share(some, MALICIOUS), share(some, MALICIOUS + ('suspicious', 'spam'))] + (against or ['-'] * 5))
        for name, some in by_group(valid, lambda one: (one.mail.label, one.mail.lang or 'other')):
            ratios.append([kind, *name, str(len(some)), str(len({one.mail.campaign for one in some})),
                           share(some, MALICIOUS), share(some, MALICIOUS + ('suspicious', 'spam'))])
    rates = [f'TPR@{100 * rate:g}%' for rate in RATES]
    table(out / 'whole.tsv', ['copy', 'by', 'phishing', 'ham', 'AUC'] + rates + ['ECE'], heads)
    table(out / 'groups.tsv', ['copy', 'group', 'label', 'mails', 'campaigns', 'malicious %', 'or suspicious %', 'AUC']
          + rates + ['ECE'], parts)
    table(out / 'languages.tsv', ['copy', 'label', 'language', 'mails', 'campaigns', 'malicious %', 'or suspicious %'], ratios)
    (out / 'reliability.svg').write_text(figures.diagram('Reliability on the validation campaigns', curves), encoding='utf-8')


def own_letters(out, again):
    """our own letters, those tuned on and those kept aside apart"""
    rows = []
    sides = copies.letters(again)
    lines = copies.scan('letters', out, again)
    for side, mails in zip(('tuned on', 'kept aside'), sides):
        for (lang, label), some in by_group(seen(mails, lines), lambda one: (one.mail.lang, one.mail.label)):
            rows.append([side, lang, label, str(len(some)), share(some, MALICIOUS), share(some, MALICIOUS + ('suspicious', 'spam')),
                         f'{sum(one.score for one in some) / len(some):.3f}'])
    table(out / 'letters.tsv', ['letters', 'language', 'label', 'mails', 'malicious %', 'or suspicious %', 'mean score'], rows)


def with_peers(out):
    work = out / 'peers'
    environment = dict(os.environ, GYOTAKU=str(copies.HOME / 'gyotaku'), GYOTAKU_THRESHOLD='0.8')
    peers = copies.SHARED / 'peers'
    subprocess.run(['bash', peers / 'compare.sh', peers / 'quality.tsv', copies.DATA,
                    copies.SHARED / 'data' / 'labels.tsv', work, 'quality'], env=environment, check=True)


def main():
    options = argparse.ArgumentParser(prog='bench/evaluate', description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--out', type=Path, default=copies.HOME / 'bench' / 'target' / 'evaluation')
    options.add_argument('--peers', action='store_true')
    options.add_argument('--again', action='store_true')
    options.add_argument('--brands', action='store_true')
    wanted = options.parse_args()
    out = wanted.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    mails = copies.lay()
    if wanted.brands:
        return brands.measure(out, table)
    by_kind = {kind: seen(mails, copies.scan(kind, out, wanted.again)) for kind in copies.KINDS}
    measure(out, by_kind)
    own_letters(out, wanted.again)
    worst(out / 'worst.html', [one for one in by_kind['scrub'] if one.mail.path.startswith('train/')])
    rules(copies.COPIES / 'rules.tsv', by_kind)
    print(f'tables, reliability.svg and worst.html: {out}; fires by rule: {copies.COPIES / "rules.tsv"}')
    if wanted.peers:
        with_peers(out)


if __name__ == '__main__':
    main()
