// Waits until the page may be read. Answers what did not come: selectors, or rest.
async ({ waitFor, quiet, patience, cap }) => {
  const state = globalThis[Symbol.for("trawl")];
  const began = state.now();
  const sleep = time => new Promise(done => state.later(done, time));
  const documents = root => {
    const found = [root];
    for (const frame of root.querySelectorAll("iframe, frame")) {
      let inner = null;
      try { inner = frame.contentDocument; } catch { /* another origin's */ }
      if (inner) found.push(...documents(inner));
    }
    return found;
  };
  const roots = () => {
    const found = [];
    for (const page of documents(document)) {
      found.push(page);
      const inner = page.defaultView?.[Symbol.for("trawl")];
      for (const reference of inner?.roots ?? []) {
        const root = reference.deref();
        if (root?.isConnected) found.push(root);
      }
    }
    return found;
  };
  const isThere = css => roots().some(root => root.querySelector(css));
  let missing = waitFor;
  while (missing.length > 0) {
    missing = missing.filter(css => !isThere(css));
    if (missing.length === 0) break;
    if (state.now() - began > patience) return { missing, restless: false };
    await sleep(15);
  }

  // A frame begins as an empty page of its parent's origin; a lazy one stays so until it is seen.
  const isComing = frame => {
    if (frame.loading === "lazy" || !/^https?:/.test(frame.src)) return false;
    try { return frame.contentDocument?.URL === "about:blank"; } catch { return false; }
  };
  for (;;) {
    const pages = documents(document);
    const frames = pages.slice(1);
    const isFramed = frames.every(page => page.readyState === "complete")
      && pages.every(page => ![...page.querySelectorAll("iframe, frame")].some(isComing));
    const isLoaded = isFramed && (quiet === null || document.readyState === "complete");
    const states = pages.map(page => page.defaultView?.[Symbol.for("trawl")]).filter(Boolean);
    if (isLoaded && quiet === null) return { missing: [], restless: false };
    const rest = Math.min(...states.map(inner => inner.busy > 0 ? 0 : inner.now() - inner.last));
    if (isLoaded && rest >= quiet) return { missing: [], restless: false };
    if (state.now() - began > cap) return { missing: [], restless: true };
    await sleep(Math.max(10, Math.min(100, (quiet ?? 0) - rest)));
  }
}
