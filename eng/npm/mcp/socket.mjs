// The TypeScript SDK's own client over WebSocket: lists the tools, calls one, follows the progress of another.
// node socket.mjs MODULES URL RUN; TRAWL_TOKEN. Prints one JSON object.
import { pathToFileURL } from "node:url";

const [modules, url, run] = process.argv.slice(2);
const sdk = (path) => import(pathToFileURL(`${modules}/@modelcontextprotocol/sdk/dist/esm/client/${path}`));
const { Client } = await sdk("index.js");
const { WebSocketClientTransport } = await sdk("websocket.js");

// The transport gives the platform's WebSocket a subprotocol and nothing else; the platform's takes headers too.
const Plain = globalThis.WebSocket;
globalThis.WebSocket = class extends Plain {
  constructor(address, protocols) {
    super(address, { protocols, headers: { authorization: `Bearer ${process.env.TRAWL_TOKEN}` } });
  }
};

const client = new Client({ name: "tests", version: "1" });
await client.connect(new WebSocketClientTransport(new URL(url)));
const { tools } = await client.listTools();
const shown = await client.callTool({ name: "get_run", arguments: { run } });
const many = await Promise.all(Array.from({ length: 50 }, () => client.callTool({ name: "list_runs", arguments: {} })));
const missing = await client.callTool({ name: "get_run", arguments: { run: "none-such" } });
await client.close();
console.log(JSON.stringify({
  tools: tools.map((tool) => tool.name),
  state: shown.structuredContent.run.state,
  answered: many.filter((answer) => !answer.isError).length,
  refused: missing.isError,
}));
