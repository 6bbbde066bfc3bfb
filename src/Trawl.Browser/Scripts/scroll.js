// Goes down the page a window at a time, so that what loads when it is seen loads; at the end, again while the page grows.
async ({ times, cap }) => {
  const state = globalThis[Symbol.for("trawl")];
  const began = state.now();
  const sleep = time => new Promise(done => state.later(done, time));
  const seen = () => Promise.race([new Promise(done => state.frame(() => state.frame(done))), sleep(500)]);
  const height = () => document.scrollingElement?.scrollHeight ?? 0;
  for (let round = 0; round < times; round++) {
    const before = height();
    for (let y = scrollY; y < before; y += innerHeight) {
      scrollTo({ top: y, behavior: "instant" });
      await seen();
    }
    scrollTo({ top: before, behavior: "instant" });
    await seen();
    while (height() === before && (state.busy > 0 || state.now() - state.last < 300)) {
      if (state.now() - began > cap) return false;
      await sleep(20);
    }
    if (height() === before) return true;
    if (state.now() - began > cap) return false;
  }
  return true;
}
