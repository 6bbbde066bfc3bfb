// A server of the Model Context Protocol over standard input and output, with one tool and no dependencies.
import { createInterface } from "node:readline";

const perPound = { EUR: 1.2, USD: 1.3 };
const convert = {
  name: "convert",
  description: "Converts an amount of pounds into another currency.",
  inputSchema: {
    type: "object",
    properties: { amount: { type: "number" }, to: { enum: Object.keys(perPound) } },
    required: ["amount", "to"],
  },
};

const methods = {
  initialize: (params) => ({
    protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "prices", version: "1.0.0" },
  }),
  "tools/list": () => ({ tools: [convert] }),
  "tools/call": ({ name, arguments: { amount, to } }) => {
    if (name !== convert.name) throw new Error(`There is no tool "${name}".`);
    const content = { amount: Math.round(amount * perPound[to] * 100) / 100, currency: to };
    return { content: [{ type: "text", text: JSON.stringify(content) }], structuredContent: content };
  },
  ping: () => ({}),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const answer = { jsonrpc: "2.0", id };
  try {
    if (methods[method]) answer.result = methods[method](params);
    else answer.error = { code: -32601, message: `There is no method "${method}".` };
  } catch (error) {
    answer.result = { isError: true, content: [{ type: "text", text: error.message }] };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
