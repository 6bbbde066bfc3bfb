// Runs in every frame before the page's own scripts: chance and clock that repeat, and what tells whether the page is at rest.
(seed, clock) => {
  const key = Symbol.for("trawl");
  if (globalThis[key]) return;
  const now = performance.now.bind(performance);
  const state = { busy: 0, last: now(), roots: [], rootOf: new WeakMap(), later: setTimeout.bind(globalThis), frame: requestAnimationFrame.bind(globalThis), now };
  Object.defineProperty(globalThis, key, { value: state });

  // FNV-1a over the address, then xorshift: the same address gives the same chance.
  let chance = seed >>> 0;
  for (const unit of location.href) chance = Math.imul(chance ^ unit.codePointAt(0), 16777619) >>> 0;
  chance ||= 1;
  Math.random = () => {
    chance ^= chance << 13; chance >>>= 0;
    chance ^= chance >>> 17;
    chance ^= chance << 5; chance >>>= 0;
    return chance / 4294967296;
  };

  if (clock !== null) {
    const Real = Date;
    const Told = function (...given) {
      if (!new.target) return new Real(clock).toString();
      return Reflect.construct(Real, given.length === 0 ? [clock] : given, new.target);
    };
    Told.prototype = Real.prototype;
    Real.prototype.constructor = Told;
    Told.now = () => clock;
    Told.parse = Real.parse;
    Told.UTC = Real.UTC;
    globalThis.Date = Told;
  }

  const begin = () => { state.busy++; state.last = now(); };
  const end = () => { state.busy--; state.last = now(); };
  const fetch = globalThis.fetch;
  if (fetch) {
    globalThis.fetch = function (...given) {
      begin();
      const answer = Reflect.apply(fetch, this, given);
      answer.then(end, end);
      return answer;
    };
  }

  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...given) {
    begin();
    this.addEventListener("loadend", end, { once: true });
    try {
      return Reflect.apply(send, this, given);
    } catch (error) {
      end();
      throw error;
    }
  };

  const observer = new MutationObserver(() => { state.last = now(); });
  const observe = root => observer.observe(root, { childList: true, characterData: true, subtree: true });
  observe(document);
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = Reflect.apply(attachShadow, this, [options]);
    state.rootOf.set(this, root);
    state.roots.push(new WeakRef(root));
    observe(root);
    return root;
  };
}
