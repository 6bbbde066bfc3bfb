// A client that knows no SDK: so many calls in flight, for so long. One process a measurement.
// node load.mjs MODULES TRANSPORT TARGET(JSON) CALL(JSON) SECONDS LEVEL...; prints one JSON line a level.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const [modules, transport, targetText, callText, secondsText, ...levels] = process.argv.slice(2);
const require = createRequire(`${modules}/load.js`);
const target = JSON.parse(targetText);
const call = JSON.parse(callText);
const revision = "2025-11-25";
const initialize = {
  jsonrpc: "2.0", id: 0, method: "initialize",
  params: { protocolVersion: revision, capabilities: {}, clientInfo: { name: "load", version: "1" } },
};
const initialized = { jsonrpc: "2.0", method: "notifications/initialized" };
let nextId = 1;

const { ask, close } = await { stdio: openStdio, http: openHttp, ws: openSocket }[transport]();
// Until the code is compiled for good: a server over stdio is new each time.
await measure(16, transport === "stdio" ? 3 : 1);
for (const level of levels) {
  await measure(Number(level), 0.3);
  console.log(JSON.stringify({ level: Number(level), ...await measure(Number(level), Number(secondsText)) }));
}

await close();
process.exit(0);

async function measure(level, seconds) {
  const took = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(Array.from({ length: level }, async () => {
    for (let now = performance.now(); now < end;) {
      const answer = await ask({ jsonrpc: "2.0", id: nextId++, method: "tools/call", params: call });
      if (!answer.result || answer.result.isError) throw new Error(JSON.stringify(answer).slice(0, 500));
      const then = performance.now();
      took.push(then - now);
      now = then;
    }
  }));
  const all = performance.now() - began;
  took.sort((a, b) => a - b);
  const share = (of) => took[Math.min(took.length - 1, Math.floor(took.length * of))];
  return { perSecond: took.length / all * 1000, p50: share(0.5), p99: share(0.99) };
}

// Answers by id, for the two transports where they come as they like.
function pending(send) {
  const waiting = new Map();
  return {
    ask: (message) => new Promise((resolve) => {
      waiting.set(message.id, resolve);
      send(JSON.stringify(message));
    }),
    take: (text) => {
      const message = JSON.parse(text);
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    },
  };
}

async function openStdio() {
  const server = spawn(target.command, target.args, { stdio: ["pipe", "pipe", "ignore"] });
  const calls = pending((text) => server.stdin.write(text + "\n"));
  let rest = "";
  server.stdout.setEncoding("utf8").on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line) calls.take(line);
  });
  await calls.ask(initialize);
  server.stdin.write(JSON.stringify(initialized) + "\n");
  return { ask: calls.ask, close: async () => server.stdin.end() };
}

async function openHttp() {
  const { Pool } = require("undici");
  const pool = new Pool(new URL(target.url).origin, { connections: 64, pipelining: 1 });
  const path = new URL(target.url).pathname;
  const headers = {
    "content-type": "application/json", accept: "application/json, text/event-stream", "mcp-protocol-version": revision, ...target.headers,
  };
  const post = async (message) => {
    const answer = await pool.request({ path, method: "POST", headers, body: JSON.stringify(message) });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${text}`);
    headers["mcp-session-id"] ??= answer.headers["mcp-session-id"];
    const data = text.indexOf("data: {");
    return text.length === 0 ? null : JSON.parse(data < 0 ? text : text.slice(data + 6, text.indexOf("\n", data)));
  };
  await post(initialize);
  await post(initialized);
  return { ask: post, close: () => pool.destroy() };
}

async function openSocket() {
  const { WebSocket } = require("ws");
  const socket = new WebSocket(target.url, "mcp", { headers: target.headers, perMessageDeflate: false });
  const calls = pending((text) => socket.send(text));
  socket.on("message", (data) => calls.take(data.toString()));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  await calls.ask(initialize);
  socket.send(JSON.stringify(initialized));
  return { ask: calls.ask, close: async () => socket.close() };
}
