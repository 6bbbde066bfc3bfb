// node race.mjs MODULES TRAWL PAGE [--repeats N] [--seconds N]: see race.sh.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const [modules, trawl, page, ...options] = process.argv.slice(2);
const option = (name, otherwise) => Number(options[options.indexOf(`--${name}`) + 1] ?? otherwise) || otherwise;
const [repeats, seconds, starts] = [option("repeats", 3), option("seconds", 2), option("starts", 9)];
const here = dirname(fileURLToPath(import.meta.url));
const levels = ["1", "16", "64"];
const call = { name: "read_reference", arguments: { topic: "scope" } };
const home = mkdtempSync(join(tmpdir(), "trawl-race-"));
const children = [];
const busy = loadavg()[0];

try {
  const rows = await raceCalls();
  const start = await raceStarts();
  const text = write(rows, start);
  writeFileSync(page, text);
  console.log(text);
} finally {
  for (const child of children) child.kill("SIGKILL");
  rmSync(home, { recursive: true, force: true });
}

async function raceCalls() {
  const mcp = { command: trawl, args: ["mcp", "--home", home] };
  const answerFile = join(home, "answer.json");
  writeFileSync(answerFile, JSON.stringify((await firstAnswer(mcp)).answer));
  const sdk = (transport) => ({ command: process.execPath, args: [join(here, "sdk.mjs"), modules, transport, answerFile] });
  trawlOnce("user", "add", "racer", "--role", "admin", "--no-password");
  const token = trawlOnce("token", "add", "racer", "--label", "race").trim().split(/\s+/).at(-1);
  const headers = { authorization: `Bearer ${token}` };
  const address = await firstLine(trawl, ["up", "--home", home, "--listen", "127.0.0.1:0", "--rate", "1000000"], "stdout");
  const port = new URL(address.split("?")[0]).port;
  const [httpPort, wsPort] = [await served(sdk("http")), await served(sdk("ws"))];
  const contests = [
    ["stdio", mcp, sdk("stdio")],
    ["http", { url: `http://127.0.0.1:${port}/mcp`, headers }, { url: `http://127.0.0.1:${httpPort}/mcp` }],
    ["ws", { url: `ws://127.0.0.1:${port}/mcp/ws`, headers }, { url: `ws://127.0.0.1:${wsPort}` }],
  ];
  const found = contests.map(() => [[], []]);
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [i, [transport, ...sides]] of contests.entries()) {
      for (const side of repeat % 2 === 0 ? [0, 1] : [1, 0]) {
        found[i][side].push(...load(transport, sides[side]));
      }
    }
  }

  return contests.flatMap(([transport], i) => levels.map((level) => {
    const of = (side, what) => median(found[i][side].filter((m) => m.level === Number(level)).map((m) => m[what]));
    const side = (n) => ({ perSecond: of(n, "perSecond"), p99: of(n, "p99") });
    return { transport, level: Number(level), trawl: side(0), sdk: side(1) };
  }));
}

async function raceStarts() {
  const sides = {
    trawl: { command: trawl, args: ["mcp", "--home", home] },
    sdk: { command: process.execPath, args: [join(here, "sdk.mjs"), modules, "stdio", join(home, "answer.json")] },
  };
  const took = { trawl: [], sdk: [] };
  for (let i = 0; i < starts; i++) {
    for (const name of i % 2 === 0 ? ["trawl", "sdk"] : ["sdk", "trawl"]) took[name].push((await firstAnswer(sides[name])).initialized);
  }

  return { trawl: median(took.trawl), sdk: median(took.sdk) };
}

/** From the start of the process to its answer to initialize, in milliseconds; and its answer to the call. */
async function firstAnswer({ command, args }) {
  const began = performance.now();
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const ask = async (method, params) => {
    server.stdin.write(JSON.stringify({ jsonrpc: "2.0", id: method, method, params }) + "\n");
    for (;;) {
      const message = JSON.parse((await lines.next()).value);
      if (message.id === method) return message.result;
    }
  };
  await ask("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "race", version: "1" } });
  const initialized = performance.now() - began;
  server.stdin.write(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }) + "\n");
  const answer = await ask("tools/call", call);
  const ended = new Promise((resolve) => server.on("exit", resolve));
  server.stdin.end();
  await ended;
  return { initialized, answer };
}

function load(transport, target) {
  const output = execFileSync(
    process.execPath,
    [join(here, "load.mjs"), modules, transport, JSON.stringify(target), JSON.stringify(call), String(seconds), ...levels],
    { encoding: "utf8", timeout: 60_000 });
  return output.trim().split("\n").map((line) => JSON.parse(line));
}

function trawlOnce(...args) {
  return execFileSync(trawl, [...args, "--home", home], { encoding: "utf8", timeout: 60_000 });
}

function served({ command, args }) {
  return firstLine(command, args, "stderr");
}

async function firstLine(command, args, stream) {
  const child = spawn(command, args);
  children.push(child);
  for await (const line of createInterface({ input: child[stream] })) return line;
  throw new Error(`${command} ${args.join(" ")} ended.`);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function write(rows, start) {
  const names = { stdio: "stdio", http: "HTTP, in a session", ws: "WebSocket" };
  const ratio = (a, b) => (a / b).toFixed(2);
  const holds = rows.filter((r) => r.level > 1).every((r) => r.trawl.perSecond >= 1.5 * r.sdk.perSecond && r.trawl.p99 <= 0.7 * r.sdk.p99);
  return `<!-- Written by bench/mcp/race.sh. -->

# Assistants' calls

How fast a tool is called by the Model Context Protocol: the published \`trawl\` with its callers' rights, limits, metrics and (over
HTTP and WebSocket) tokens on, beside \`@modelcontextprotocol/sdk\` of npm on Node ${process.version} with none of these, in turns in
the same run. Both answer \`read_reference\` with the same bytes; the client is raw JSON-RPC and no SDK. Medians of ${repeats} rounds of
${seconds} s; ${cpus().length} cores (${cpus()[0].model.trim()}) that client and server share, so a fast server is held up by its client.
Before the race other work took ${busy.toFixed(1)} of these cores: above 0.2 the ratios count, and no single figure does.

| transport | in flight | trawl calls/s | SDK calls/s | ratio | trawl p99 ms | SDK p99 ms | ratio |
|---|---:|---:|---:|---:|---:|---:|---:|
${rows.map((r) => `| ${names[r.transport]} | ${r.level} | ${Math.round(r.trawl.perSecond)} | ${Math.round(r.sdk.perSecond)} | ${ratio(r.trawl.perSecond, r.sdk.perSecond)} | ${r.trawl.p99.toFixed(1)} | ${r.sdk.p99.toFixed(1)} | ${ratio(r.trawl.p99, r.sdk.p99)} |`).join("\n")}

The bar at 16 and 64 in flight, 1.5 times the calls and 0.7 times the p99: ${holds ? "held" : "not held everywhere"}.

From the start of the process to its answer to \`initialize\` over stdio, medians of ${starts} starts in turns: trawl ${Math.round(start.trawl)} ms,
the SDK's server ${Math.round(start.sdk)} ms. The bar, 200 ms: ${start.trawl <= 200 ? "held" : "not held"}.

The SDK has no server for WebSocket; its row is the SDK's protocol over the \`ws\` package.

\`\`\`
./build.sh publish
bench/mcp/race.sh
\`\`\`
`;
}
