"""`weights.yml` as the trainer reads and writes it, and what the detectors' annotations say of family and polarity."""
import re
from pathlib import Path

import copies

FILE = copies.HOME / 'analyse/src/main/resources/gyotaku/analyse/weights.yml'
DETECTORS = copies.HOME / 'analyse/src/main/java/gyotaku/analyse/detect'
ANNOTATION = re.compile(r'@Detector\(\s*id = "([^"]+)",\s*family = (?:Family\.)?(\w+)([^)]*)\)')
TAUGHT = ('content', 'link', 'attachment')


class Weights:
    """prior, slope, malicious, suspicious, caps by family, rules by id: {weight, from, hand, reason}"""

    def __init__(self):
        self.said, self.caps, self.rules = {}, {}, {}
        section = rule = None
        for line in FILE.read_text(encoding='utf-8').splitlines():
            if not line.strip() or line.startswith('#'):
                continue
            key, _, value = line.strip().partition(':')
            value = value.strip()
            depth = len(line) - len(line.lstrip())
            if depth == 0:
                section = key
                self.said[key] = value
            elif section == 'rules' and depth == 2:
                rule = self.rules.setdefault(key, {})
            elif section == 'rules':
                rule[key] = float(value) if key in ('weight', 'hand') else value
            elif section == 'caps':
                self.caps[key] = float(value)
            else:
                self.said[key] = value
        self.family, self.sign = {}, {}
        for source in sorted(DETECTORS.rglob('*.java')):
            for rule, family, rest in ANNOTATION.findall(source.read_text(encoding='utf-8')):
                self.family[rule] = family.lower()
                self.sign[rule] = -1 if 'AGAINST' in rest else 1
        missing = set(self.rules) ^ set(self.family)
        if missing:
            raise SystemExit(f'train: weights.yml and the annotations do not name the same rules: {sorted(missing)}')
        for rule, entry in self.rules.items():
            entry.setdefault('from', 'learned' if self.family[rule] in TAUGHT else 'hand')
            entry.setdefault('hand', entry['weight'])

    def number(self, key):
        return float(self.said[key])

    def write(self, date, data, method):
        out = ['# Log-odds. prior: before anything is seen. caps: the most that one family adds or takes away. slope: what weights and',
               '# caps are multiplied by, so that the score is calibrated. classes: the scores from which on a mail is called so.',
               '# rules: one entry for each detector; the reason says why it counts. from: learned = written by bench/train, which is',
               '# drawn to `hand`, the weight a person would give; from: hand = set by that reasoning, no corpus teaches it.',
               f'date: {date}', f'data: {data}', f'method: {method}',
               f'prior: {self.said["prior"]}', f'slope: {self.said["slope"]}', 'classes:',
               f'  malicious: {self.said["malicious"]}', f'  suspicious: {self.said["suspicious"]}', 'caps:']
        out += [f'  {family}: {cap:g}' for family, cap in self.caps.items()]
        out.append('rules:')
        for rule, entry in sorted(self.rules.items()):
            out += [f'  {rule}:', f'    weight: {entry["weight"]:g}', f'    from: {entry["from"]}']
            if entry['from'] == 'learned':
                out.append(f'    hand: {entry["hand"]:g}')
            out.append(f'    reason: {entry["reason"]}')
        FILE.write_text('\n'.join(out) + '\n', encoding='utf-8')
