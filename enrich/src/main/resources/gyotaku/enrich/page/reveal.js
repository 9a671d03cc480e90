// Finds text that a reader does not see, makes it visible and marks it. Returns how many pieces it marked.
(() => {
  const MOST_NODES = 20000, MOST_MARKS = 200, MOST_MILLIS = 1500, DEEPEST = 300;
  const STARTED = performance.now();
  const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'NOFRAMES', 'TEXTAREA', 'OPTION', 'DATALIST', 'HEAD']);
  // Preheaders are filled up with these.
  const FILLER = /[\s\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u2007]/gu;
  const get = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name).get;
  const parentOf = get(Node, 'parentElement') || get(Node, 'parentNode');
  const styleOf = get(HTMLElement, 'style');
  const boxOf = Element.prototype.getBoundingClientRect;
  const known = new Map();

  function colour(text) {
    const m = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(text);
    return m ? { r: +m[1], g: +m[2], b: +m[3], a: m[4] === undefined ? 1 : +m[4] } : null;
  }
  // What an element does to all that is in it: the ground behind, and the ancestors that hide.
  function known_(element, depth) {
    if (!element || depth > DEEPEST) return { ground: { r: 255, g: 255, b: 255, a: 1 }, guilty: [] };
    const before = known.get(element);
    if (before) return before;
    const above = known_(parentOf.call(element), depth + 1);
    const css = getComputedStyle(element);
    let ground = above.ground;
    if (css.backgroundImage !== 'none') ground = null;
    else {
      const own = colour(css.backgroundColor);
      if (own && own.a > 0.5) ground = own;
    }
    const why = [];
    if (css.display === 'none') why.push('display');
    if (+css.opacity < 0.05) why.push('opacity');
    const flat = [css.height, css.width, css.maxHeight, css.maxWidth].some(size => parseFloat(size) <= 1);
    if (css.overflowX !== 'visible' && css.display !== 'inline' && flat) why.push('folded');
    if (css.clip !== 'auto' && /rect\(\s*(0|1)px,?\s*(0|1)px,?\s*(0|1)px,?\s*(0|1)px/.test(css.clip)) why.push('clip');
    if (/inset\((50|100)%|circle\(0|polygon\(0(px)? 0(px)?\)/.test(css.clipPath)) why.push('clip');
    if (parseFloat(css.textIndent) < -200) why.push('indent');
    if ((css.position === 'absolute' || css.position === 'fixed')
        && (parseFloat(css.left) < -200 || parseFloat(css.top) < -200 || parseFloat(css.left) > 3000)) why.push('away');
    if (parseFloat(css.marginLeft) < -400 || parseFloat(css.marginTop) < -400) why.push('away');
    if (/^matrix\(0, 0, 0, 0/.test(css.transform)) why.push('transform');
    const guilty = why.length ? above.guilty.concat([{ element, why }]) : above.guilty;
    const all = { css, ground, guilty };
    known.set(element, all);
    return all;
  }
  function near(one, other) {
    return Math.max(Math.abs(one.r - other.r), Math.abs(one.g - other.g), Math.abs(one.b - other.b)) < 24;
  }
  function hidden(element, about) {
    const css = about.css;
    if (about.guilty.length || css.visibility !== 'visible' || parseFloat(css.fontSize) <= 2) return true;
    const ink = colour(css.color);
    return !!ink && (ink.a < 0.05 || !!about.ground && near(ink, about.ground));
  }
  function show(element, why) {
    const style = styleOf.call(element);
    const set = (name, value) => style.setProperty(name, value, 'important');
    for (const one of why) {
      if (one === 'display') set('display', 'revert');
      if (one === 'display' && getComputedStyle(element).display === 'none') set('display', 'block');
      if (one === 'opacity') set('opacity', '1');
      if (one === 'folded') {
        for (const name of ['height', 'width']) set(name, 'auto');
        for (const name of ['max-height', 'max-width']) set(name, 'none');
        set('overflow', 'visible');
      }
      if (one === 'clip') { set('clip', 'auto'); set('clip-path', 'none'); set('position', 'static'); }
      if (one === 'indent') set('text-indent', '0');
      if (one === 'away') { set('position', 'static'); set('margin', '0'); }
      if (one === 'transform') set('transform', 'none');
    }
  }
  const root = get(Document, 'documentElement').call(document);
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  const found = [];
  let seen = 0;
  for (let node = walker.nextNode(); node && seen++ < MOST_NODES; node = walker.nextNode()) {
    if (performance.now() - STARTED > MOST_MILLIS || found.length >= MOST_MARKS) break;
    const parent = parentOf.call(node);
    if (!parent || UNSEEN.has(parent.tagName) || !node.data.replace(FILLER, '')) continue;
    const about = known_(parent, 0);
    if (about.css && hidden(parent, about)) found.push({ node, about });
  }
  for (const { node, about } of found) {
    for (const { element, why } of about.guilty) {
      if (styleOf && element instanceof HTMLElement) show(element, why);
    }
    const mark = Document.prototype.createElement.call(document, 'span');
    styleOf.call(mark).cssText = 'all:initial !important;font:13px/1.5 sans-serif !important;color:#7a1200 !important;'
      + 'background:#fff1b8 !important;outline:1px dashed #c2381f !important;outline-offset:1px !important;'
      + 'visibility:visible !important;overflow-wrap:anywhere !important;white-space:normal !important;'
      + 'display:inline !important';
    Node.prototype.insertBefore.call(Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get.call(node), mark, node);
    mark.textContent = node.data.length > 600 ? node.data.slice(0, 599) + '…' : node.data;
    node.data = '';
  }
  return found.length;
})()
