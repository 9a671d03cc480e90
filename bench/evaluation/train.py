"""Learns the weights that corpora can teach, and the calibration, and writes them into weights.yml.

usage: bench/train [--out DIR] [--again] [--date YYYY-MM-DD]

Logistic regression over findings, L2-penalised towards the weight that a person would give (`hand`), each weight held
between a quarter of that and twice it and a half, so never of the other sign; family caps as in the verdict. A rule that
speaks in fewer than five mails keeps its hand weight, and so does each one marked `from: hand`: route, authentication, age,
page, reputation, which these corpora cannot teach, add what they always add. Learned on scrubbed and neutral copies of the
buckets 0 to 2 and the own letters not kept aside; the penalty, the calibration and the class limits are chosen on bucket 3.
No chance in it: the same scan gives the same file.
"""
import argparse, collections, datetime, math
from pathlib import Path

import copies, figures
from weights import Weights

Example = collections.namedtuple('Example', 'bad group rules weight bucket')
PENALTIES = (.0003, .001, .003, .01)
STEPS = 400
FEWEST = 5
# The most legitimate mail that may be called malicious, and not benign, where the limits are chosen.
CALLED_MALICIOUS, CALLED_SUSPICIOUS = .004, .04


def examples(out, again):
    """each campaign weighs one on its side, half of it in either copy; spam of 2002 to 2010 is neither bad nor good"""
    mails = [mail for mail in copies.lay() if mail.path.startswith('train/') and mail.label != 'spam']
    sizes = collections.Counter(mail.campaign for mail in mails)
    for kind in ('scrub', 'neutral'):
        lines = copies.scan(kind, out, again)
        for mail in mails:
            line = lines.get(copies.name(mail))
            if line:
                yield Example(mail.label == 'phishing', copies.group(mail), tuple(line['findings']),
                              .5 / sizes[mail.campaign], int(mail.bucket))
    tuned, _ = copies.letters(again)
    lines = copies.scan('letters', out, again)
    for letter in tuned:
        if letter.label != 'spam' and copies.name(letter) in lines:
            found = tuple(lines[copies.name(letter)]['findings'])
            yield Example(letter.label == 'phishing', letter.corpus, found, 1.0, int(letter.bucket))


def evened(some):
    """half of the weight on either side; there each group by the root of its size, so that no corpus drowns the others"""
    size = collections.Counter()
    for one in some:
        size[one.bad, one.group] += one.weight
    side = collections.Counter()
    for (bad, _), weight in size.items():
        side[bad] += math.sqrt(weight)
    return [one._replace(weight=one.weight / math.sqrt(size[one.bad, one.group]) / side[one.bad] / 2) for one in some]


class Model:
    """the verdict's arithmetic: per family and sign the sum up to the cap"""

    def __init__(self, weights):
        self.weights = weights
        self.value = {rule: entry['weight'] for rule, entry in weights.rules.items()}

    def families(self, rules):
        sums = collections.defaultdict(float)
        for rule in rules:
            sums[self.weights.family[rule], self.weights.sign[rule]] += self.value[rule]
        return sums

    def odds(self, rules):
        return sum(sign * min(total, self.weights.caps[family]) for (family, sign), total in self.families(rules).items())

    def moving(self, rules):
        """the rules that still move the sum: those of families below their cap"""
        sums = self.families(rules)
        for rule in rules:
            key = self.weights.family[rule], self.weights.sign[rule]
            if sums[key] < self.weights.caps[key[0]]:
                yield rule


def sigmoid(odds):
    return 1 / (1 + math.exp(-odds))


def learn(weights, some, penalty):
    """projected gradient descent with momentum; returns the model and its intercept"""
    model, prior, rate = Model(weights), -1.0, 4.0
    heard = collections.Counter(rule for one in some for rule in one.rules)
    taught = {rule for rule, entry in weights.rules.items() if entry['from'] == 'learned' and heard[rule] >= 2 * FEWEST}
    for rule in taught:
        model.value[rule] = weights.rules[rule]['hand']
    speed = collections.defaultdict(float)
    alike = collections.Counter()
    for one in some:
        alike[one.bad, one.rules] += one.weight
    for _ in range(STEPS):
        slope = {rule: 2 * penalty * (model.value[rule] - weights.rules[rule]['hand']) for rule in taught}
        shift = 0.0
        for (bad, rules), weight in alike.items():
            error = weight * (sigmoid(prior + model.odds(rules)) - bad)
            shift += error
            for rule in model.moving(rules):
                if rule in taught:
                    slope[rule] += error * weights.sign[rule]
        speed[None] = .9 * speed[None] - rate * .1 * shift
        prior += speed[None]
        for rule in sorted(taught):
            hand = weights.rules[rule]['hand']
            speed[rule] = .9 * speed[rule] - rate * slope[rule]
            model.value[rule] = min(max(model.value[rule] + speed[rule], hand / 4), 2 * hand + .5)
    return model, prior, taught


def loss(model, slope, prior, some):
    total = 0.0
    for one in some:
        p = min(max(sigmoid(prior + slope * model.odds(one.rules)), 1e-9), 1 - 1e-9)
        total -= one.weight * math.log(p if one.bad else 1 - p)
    return total


def calibrated(model, some):
    """slope and prior that suit the choosing part best: Newton's steps on two figures"""
    slope, prior = 1.0, -1.0
    points = [(model.odds(one.rules), one.bad, one.weight) for one in some]
    for _ in range(50):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for odds, bad, weight in points:
            p = sigmoid(prior + slope * odds)
            error, curve = weight * (p - bad), weight * p * (1 - p)
            g0, g1 = g0 + error, g1 + error * odds
            h00, h01, h11 = h00 + curve, h01 + curve * odds, h11 + curve * odds * odds
        h00, h11 = h00 + 1e-6, h11 + 1e-6
        det = h00 * h11 - h01 * h01
        prior -= (h11 * g0 - h01 * g1) / det
        slope -= (h00 * g1 - h01 * g0) / det
    return max(slope, .3), prior


def limit(scores, allowed, lowest):
    """the lowest score, in hundredths, from which on no more legitimate mail is called so than allowed"""
    total = sum(weight for _, weight in scores)
    hundredth = round(lowest * 100)
    while sum(w for s, w in scores if s >= hundredth / 100) / total > allowed and hundredth < 95:
        hundredth += 1
    return hundredth / 100


def main():
    options = argparse.ArgumentParser(prog='bench/train', description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--out', type=Path, default=copies.HOME / 'bench' / 'target' / 'evaluation')
    options.add_argument('--again', action='store_true')
    options.add_argument('--date', default=datetime.date.today().isoformat())
    wanted = options.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    weights = Weights()
    some = list(examples(wanted.out.resolve(), wanted.again))
    train = evened([one for one in some if one.bucket < 3])
    choose = evened([one for one in some if one.bucket == 3])
    best = None
    for penalty in PENALTIES:
        model, _, taught = learn(weights, train, penalty)
        slope, prior = calibrated(model, choose)
        worth = loss(model, slope, prior, choose)
        print(f'penalty {penalty:g}: {len(taught)} rules learned, log loss on bucket 3 {worth:.4f}, slope {slope:.2f}, prior {prior:.2f}')
        if best is None or worth < best[0]:
            best = worth, penalty, model, slope, prior, taught
    _, penalty, model, slope, prior, taught = best
    ham = [(sigmoid(prior + slope * model.odds(one.rules)), one.weight) for one in some if not one.bad]
    for rule in taught:
        weights.rules[rule]['weight'] = round(model.value[rule], 2)
    suspicious = limit(ham, CALLED_SUSPICIOUS, .4)
    weights.said.update(prior=f'{round(prior, 2):g}', slope=f'{round(slope, 2):g}', suspicious=f'{round(suspicious, 2):g}',
                        malicious=f'{round(limit(ham, CALLED_MALICIOUS, max(.7, suspicious + .1)), 2):g}')
    weights.write(wanted.date,
                  f'"{sum(one.weight for one in some if one.bad):.0f} bad and {sum(one.weight for one in some if not one.bad):.0f} legitimate '
                  'campaigns: buckets 0 to 3 of the development mails, scrubbed and neutral, and own letters not kept aside"',
                  f'"logistic regression over findings, L2 penalty {penalty:g} towards the hand weight, bounds hand/4 and 2 hand + 0.5, '
                  'calibrated on bucket 3 with both classes weighing one half; bench/train"')
    up = [(sigmoid(prior + slope * model.odds(one.rules)), one.weight) for one in choose if one.bad]
    down = [(sigmoid(prior + slope * model.odds(one.rules)), one.weight) for one in choose if not one.bad]
    print(f'bucket 3: AUC {figures.auc(up, down):.4f}, ECE {figures.calibration_error(figures.balanced(up, down)):.3f}, '
          f'malicious from {weights.said["malicious"]}, suspicious from {weights.said["suspicious"]}')


if __name__ == '__main__':
    main()
