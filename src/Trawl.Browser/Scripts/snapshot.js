// The document as people see it, as HTML: shadow trees in the place of their hosts' children, slots filled, frames written out.
() => {
  const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
  const raw = new Set(["script", "style", "noscript", "xmp", "iframe", "noembed", "noframes", "plaintext"]);
  const out = [];
  let foreign = 0;
  const escape = text => text.replace(/[&\u00A0<>]/g, sign => ({ "&": "&amp;", "\u00A0": "&nbsp;", "<": "&lt;", ">": "&gt;" })[sign]);
  const quote = text => text.replace(/[&\u00A0"<>]/g, sign => ({ "&": "&amp;", "\u00A0": "&nbsp;", "\"": "&quot;", "<": "&lt;", ">": "&gt;" })[sign]);
  const rootOf = element => element.shadowRoot ?? element.ownerDocument.defaultView?.[Symbol.for("trawl")]?.rootOf.get(element);
  const open = (element, name) => {
    out.push("<", name);
    for (const { name: key, value } of element.attributes) out.push(" ", key, "=\"", quote(value), "\"");
    out.push(">");
  };
  const children = nodes => { for (const node of nodes) write(node); };
  const frame = element => {
    let inner = null;
    try { inner = element.contentDocument; } catch { /* another origin's */ }
    open(element, "trawl-frame");
    if (inner?.body) children(inner.body.childNodes);
    else if (element[Symbol.for("trawl.frame")] !== undefined) out.push(element[Symbol.for("trawl.frame")]);
    else if (element.src) foreign++;
    out.push("</trawl-frame>");
  };
  const write = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentNode?.localName;
      out.push(raw.has(parent) ? node.data : escape(node.data));
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.localName;
    if (name === "iframe" || name === "frame") return frame(node);
    open(node, name);
    if (empty.has(name)) return;
    const root = rootOf(node);
    if (root) children(root.childNodes);
    else if (name === "slot" && node.assignedNodes().length > 0) children(node.assignedNodes());
    else if (name === "template") out.push(node.innerHTML);
    else children(node.childNodes);
    out.push("</", name, ">");
  };
  const root = document.documentElement;
  const parts = { open: "<!doctype html>", body: "", close: "", foreign: 0 };
  if (!root) return parts;
  const take = () => out.splice(0).join("");
  open(root, root.localName);
  for (const child of root.childNodes) if (child !== document.body) write(child);
  if (document.body) open(document.body, document.body.localName);
  parts.open += take();
  if (document.body) {
    children(rootOf(document.body)?.childNodes ?? document.body.childNodes);
    parts.body = take();
    parts.close = `</${document.body.localName}>`;
  }
  parts.close += `</${root.localName}>`;
  parts.foreign = foreign;
  return parts;
}
