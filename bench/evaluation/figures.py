"""Figures from scores: each mail a (score, weight), positives and negatives apart. Higher is worse."""


def auc(positive, negative):
    """ROC AUC; a tie counts half"""
    both = sorted([(s, w, 0.0) for s, w in positive] + [(s, 0.0, w) for s, w in negative])
    below = area = 0.0
    at = 0
    while at < len(both):
        end, up, down = at, 0.0, 0.0
        while end < len(both) and both[end][0] == both[at][0]:
            up, down, end = up + both[end][1], down + both[end][2], end + 1
        area += up * (below + down / 2)
        below, at = below + down, end
    return area / (sum(w for _, w in positive) * below)


def caught(positive, negative, rate):
    """true positive rate at the smallest threshold whose false positive rate is not above the wanted one"""
    allowed, threshold = rate * sum(w for _, w in negative), float('-inf')
    for score, weight in sorted(negative, reverse=True):
        allowed -= weight
        if allowed < -1e-9:
            threshold = score
            break
    return sum(w for s, w in positive if s > threshold) / sum(w for _, w in positive)


def balanced(positive, negative):
    """(score, truth, weight), both classes together weighing one half"""
    ups, downs = sum(w for _, w in positive), sum(w for _, w in negative)
    return [(s, 1, w / ups / 2) for s, w in positive] + [(s, 0, w / downs / 2) for s, w in negative]


def bins(judged, count=10):
    """of each tenth of the scores: mean score, share of the positive, weight"""
    held = [[0.0, 0.0, 0.0] for _ in range(count)]
    for score, truth, weight in judged:
        bin_ = held[min(count - 1, int(score * count))]
        bin_[0], bin_[1], bin_[2] = bin_[0] + score * weight, bin_[1] + truth * weight, bin_[2] + weight
    return [(s / w, t / w, w) for s, t, w in held if w > 0]


def calibration_error(judged):
    """expected calibration error over ten equal bins"""
    return sum(abs(score - truth) * weight for score, truth, weight in bins(judged)) / sum(w for _, _, w in judged)


def diagram(title, curves):
    """a reliability diagram as SVG. curves: (name, bins)"""
    colours = ('#0b5394', '#b45f06', '#38761d')
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 500" font-family="sans-serif" font-size="12">',
           f'<title>{title}</title><rect width="480" height="500" fill="#fff"/>',
           '<path d="M60 420H460M60 420V20" stroke="#000" fill="none"/>',
           '<path d="M60 420L460 20" stroke="#999" stroke-dasharray="4" fill="none"/>']
    for tenth in range(0, 11, 2):
        out.append(f'<text x="{60 + tenth * 40}" y="438" text-anchor="middle">{tenth / 10:.1f}</text>'
                   f'<text x="52" y="{424 - tenth * 40}" text-anchor="end">{tenth / 10:.1f}</text>')
    out.append('<text x="260" y="458" text-anchor="middle">score</text>'
               '<text x="18" y="220" text-anchor="middle" transform="rotate(-90 18 220)">share of phishing</text>')
    for number, (name, points) in enumerate(curves):
        colour = colours[number % len(colours)]
        at = [(60 + s * 400, 420 - t * 400, 2 + 10 * w ** .5) for s, t, w in points]
        out.append(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y, _ in at)}" fill="none" stroke="{colour}"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{colour}" fill-opacity=".4"/>' for x, y, r in at]
        out.append(f'<text x="{70 + number * 130}" y="482" fill="{colour}">{name}</text>')
    return '\n'.join(out) + '\n</svg>\n'
