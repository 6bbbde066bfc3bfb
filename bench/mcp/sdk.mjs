// The rival: a server of the TypeScript SDK with one tool, which answers what trawl's does.
// node sdk.mjs MODULES stdio|http|ws ANSWER(JSON file); prints its port on stderr.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const [modules, transport, answerFile] = process.argv.slice(2);
const require = createRequire(`${modules}/sdk.js`);
const { McpServer } = require("@modelcontextprotocol/sdk/server/mcp.js");
const { z } = require("zod");
const answer = JSON.parse(readFileSync(answerFile, "utf8"));

await { stdio: serveStdio, http: serveHttp, ws: serveSockets }[transport]();

function newServer() {
  const server = new McpServer({ name: "rival", version: "1" });
  server.registerTool(
    "read_reference",
    {
      description: "The reference of the pipeline language.",
      inputSchema: { topic: z.string().optional() },
      outputSchema: { topic: z.string(), text: z.string(), sections: z.array(z.string()) },
    },
    () => ({ content: answer.content, structuredContent: answer.structuredContent }));
  return server;
}

async function serveStdio() {
  const { StdioServerTransport } = require("@modelcontextprotocol/sdk/server/stdio.js");
  await newServer().connect(new StdioServerTransport());
}

async function serveHttp() {
  const { StreamableHTTPServerTransport } = require("@modelcontextprotocol/sdk/server/streamableHttp.js");
  const sessions = new Map();
  await listen(createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part)).on("end", async () => {
      const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : undefined;
      let session = sessions.get(request.headers["mcp-session-id"]);
      if (!session) {
        session = new StreamableHTTPServerTransport({
          sessionIdGenerator: randomUUID,
          onsessioninitialized: (id) => sessions.set(id, session),
        });
        await newServer().connect(session);
      }

      await session.handleRequest(request, response, body);
    });
  }));
}

// The SDK has a client for WebSocket and no server: its protocol over the ws package.
async function serveSockets() {
  const { WebSocketServer } = require("ws");
  const http = createServer();
  new WebSocketServer({ server: http, perMessageDeflate: false, handleProtocols: () => "mcp" }).on("connection", async (socket) => {
    const carrier = {
      start: async () => socket.on("message", (data) => carrier.onmessage?.(JSON.parse(data.toString()))),
      send: async (message) => socket.send(JSON.stringify(message)),
      close: async () => socket.close(),
    };
    await newServer().connect(carrier);
  });
  await listen(http);
}

async function listen(http) {
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  console.error(http.address().port);
}
