// Crawlee's PlaywrightCrawler on the shop of scripts, doing what shop.yaml does. One JSON line a product.
//   node crawlee.mjs BASE-URL CHROMIUM CONCURRENCY OUT
import { appendFileSync, writeFileSync } from "node:fs";
import { PlaywrightCrawler, Configuration, log, playwrightUtils } from "@crawlee/playwright";
import { chromium } from "playwright-core";

const [base, executablePath, concurrency, out] = process.argv.slice(2);
log.setLevel(log.LEVELS.ERROR);
writeFileSync(out, "");

const scroll = page => page.evaluate(async () => {
  const pause = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let last = -1; last !== document.body.scrollHeight;) {
    last = document.body.scrollHeight;
    for (let y = scrollY; y < last; y += innerHeight) { scrollTo(0, y); await pause(); }
    scrollTo(0, last);
    for (let wait = 0; wait < 15 && document.body.scrollHeight === last; wait++) await new Promise(done => setTimeout(done, 20));
  }
});

const crawler = new PlaywrightCrawler({
  launchContext: { launcher: chromium, launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu"] } },
  browserPoolOptions: { useFingerprints: false },
  headless: true,
  minConcurrency: +concurrency,
  maxConcurrency: +concurrency,
  preNavigationHooks: [async ({ page }) => playwrightUtils.blockRequests(page, { urlPatterns: [".gif", ".png", ".jpg", ".woff2", ".mp4"] })],
  async requestHandler({ request, page, enqueueLinks }) {
    if (new URL(request.url).pathname === "/") {
      await page.waitForSelector(".product");
      await scroll(page);
      await enqueueLinks({ selector: "a.product" });
      return;
    }

    await page.waitForSelector(".price");
    await page.frameLocator("iframe >> nth=0").locator(".review").first().waitFor();
    await page.frameLocator("iframe >> nth=1").locator(".delivery").waitFor();
    await scroll(page);
    const record = {
      sku: await page.locator(".sku").innerText(),
      name: await page.locator("h1").innerText(),
      price: await page.locator(".price").innerText(),
      pictures: await page.locator("img.seen").evaluateAll(all => all.map(image => image.getAttribute("src"))),
      reviews: await page.frameLocator("iframe >> nth=0").locator(".review").allInnerTexts(),
      delivery: await page.frameLocator("iframe >> nth=1").locator(".delivery").innerText(),
    };
    appendFileSync(out, JSON.stringify(record) + "\n");
  },
}, new Configuration({ persistStorage: false, purgeOnStart: true }));
await crawler.run([base + "/"]);
