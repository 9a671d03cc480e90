(() => {
  const short = (s, n) => String(s == null ? "" : s).replace(/\s+/g, " ").trim().slice(0, n);
  const skip = new Set(["hidden", "submit", "button", "image", "reset"]);
  const label = e => {
    const by = e.labels && e.labels.length ? e.labels[0].innerText : "";
    return short(by || e.getAttribute("aria-label") || e.placeholder || e.title || "", 100);
  };
  const field = e => ({
    type: e.localName === "input" ? short(e.type, 20) : e.localName,
    name: short(e.name || e.id, 100),
    label: label(e),
    autocomplete: short(e.getAttribute("autocomplete"), 40)
  });
  const roots = [];
  const walk = (root, depth) => {
    if (roots.length >= 40 || depth > 6) return;
    roots.push(root);
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) walk(e.shadowRoot, depth + 1);
      if (e.localName === "iframe" || e.localName === "frame") {
        try { if (e.contentDocument) walk(e.contentDocument, depth + 1); } catch (_) {}
      }
    }
  };
  walk(document, 0);
  const forms = [];
  for (const root of roots) {
    const inputs = [...root.querySelectorAll("input,select,textarea")].filter(e => !skip.has(e.type)).slice(0, 200);
    const page = (root.ownerDocument || root).location;
    const loose = inputs.filter(e => !e.form);
    const of = new Map();
    for (const e of inputs) if (e.form) of.set(e.form, [...(of.get(e.form) || []), e]);
    for (const [form, fields] of of) {
      const action = form.getAttribute("action");
      let to = page ? page.href : "";
      try { to = new URL(action || to, form.baseURI).href; } catch (_) {}
      forms.push({action: short(to, 2000), method: String(form.method || "get").toLowerCase() === "post" ? "post" : "get",
        fields: fields.slice(0, 60).map(field)});
    }
    if (loose.length) forms.push({action: short(page ? page.href : "", 2000), method: "get", fields: loose.slice(0, 60).map(field)});
  }
  const icon = document.querySelector("link[rel~='icon' i],link[rel='shortcut icon' i]");
  return JSON.stringify({
    url: location.href,
    title: short(document.title, 300),
    text: short(document.body ? document.body.innerText : "", 4000),
    forms: forms.slice(0, 20),
    icon: icon ? short(icon.href, 2000) : "",
    height: Math.min(document.documentElement ? document.documentElement.scrollHeight : 0, 100000),
    html: (document.documentElement ? document.documentElement.outerHTML : "").slice(0, 2000000)
  });
})()
