// A worker of Trawl in JavaScript: docs/formats/worker-protocol.md and docs/formats/ipc.md, and nothing else.
import net from "node:net";
import process from "node:process";
import { transform } from "./transform.mjs";

const Frame = { magic: 0x4c575254, head: 24, hello: 1, message: 3, welcome: 2, first: 1, last: 2 };
const Op = { open: 1, opened: 2, call: 3, answer: 4, failure: 5, ping: 9, pong: 10, close: 11 };
const RingBytes = 1 << 20; // a frame has at most a quarter of it
const MostPayload = RingBytes / 4 - 64;
const MostMessage = 256 << 20;

// CRC-32C (RFC 3720, B.4), reflected.
const Table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0x82f63b78 : n >>> 1;
  return n;
});

function crc(...parts) {
  let sum = 0xffffffff;
  for (const part of parts) for (const byte of part) sum = Table[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function frame(type, id, payload) {
  const head = Buffer.alloc(Frame.head);
  head.writeUInt32LE(Frame.magic, 0);
  head.writeUInt8(1, 4);
  head.writeUInt8(Frame.first | Frame.last, 5);
  head.writeUInt16LE(type, 6);
  head.writeUInt32LE(payload.length, 8);
  head.writeBigUInt64LE(id, 12);
  head.writeUInt32LE(crc(head.subarray(0, 20), payload), 20);
  return Buffer.concat([head, payload, Buffer.alloc(-payload.length & 7)]);
}

/** The first whole frame of the bytes; null when there is none yet. */
function firstFrame(bytes) {
  if (bytes.length < Frame.head) return null;
  const length = bytes.readUInt32LE(8);
  const end = Frame.head + length + (-length & 7);
  if (bytes.readUInt32LE(0) !== Frame.magic || bytes[4] !== 1 || length > RingBytes) throw new Error("no frame of this protocol");
  if (bytes.length < end) return null;
  const payload = bytes.subarray(Frame.head, Frame.head + length);
  if (crc(bytes.subarray(0, 20), payload) !== bytes.readUInt32LE(20)) throw new Error("a frame was damaged");
  return { type: bytes.readUInt16LE(6), id: bytes.readBigUInt64LE(12), payload, end };
}

/** A JSON part and blobs, each with its length before it. */
function body(meta, blobs) {
  const json = Buffer.from(JSON.stringify(meta));
  const parts = [number(json.length), json, number(blobs.length)];
  for (const blob of blobs) parts.push(number(blob.length), blob);
  return Buffer.concat(parts);
}

function readBody(bytes) {
  let at = 0;
  const next = () => (at += 4, bytes.readUInt32LE(at - 4));
  const take = (length) => (at += length, bytes.subarray(at - length, at));
  const json = take(next());
  const blobs = Array.from({ length: next() }, () => take(next()));
  return { meta: json.length ? JSON.parse(json.toString("utf8")) : {}, blobs };
}

function number(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Sends a message in as many frames as it takes. */
function send(socket, op, id, meta, blobs = []) {
  const bytes = body(meta, blobs);
  for (let at = 0; at < bytes.length || at === 0; at += MostPayload) {
    const part = bytes.subarray(at, at + MostPayload);
    const more = at + MostPayload < bytes.length ? 1 : 0;
    socket.write(frame(Frame.message, id, Buffer.concat([Buffer.from([op, more, 0, 0]), part])));
  }
}

let settings = {};

/** Adds fields to the text of an object and leaves the rest as it is: 12.50 would be 12.5 after a number of JavaScript's. */
function merge(text, fields) {
  const added = JSON.stringify(fields).slice(1);
  return /^\s*\{\s*\}\s*$/.test(text) ? `{${added}` : `${text.slice(0, text.lastIndexOf("}"))},${added}`;
}

function answer(meta, blobs) {
  if (meta.do !== "transform") throw new Error(`This worker does not know the call "${meta.do}".`);
  const items = [];
  const out = [];
  for (const blob of blobs) {
    const text = blob.toString("utf8");
    const { drop, add } = transform(JSON.parse(text), settings);
    items.push(drop ? { drop } : { blob: out.push(Buffer.from(merge(text, add))) });
  }
  return { meta: { items }, blobs: out };
}

function handle(socket, op, id, bytes) {
  const { meta, blobs } = readBody(bytes);
  switch (op) {
    case Op.open:
      settings = meta.settings;
      return send(socket, Op.opened, id, { contract: 1, kinds: ["transform"] });
    case Op.call:
      try {
        const done = answer(meta, blobs);
        return send(socket, Op.answer, id, done.meta, done.blobs);
      } catch (fault) {
        return send(socket, Op.failure, id, { message: String(fault.message) });
      }
    case Op.ping:
      return send(socket, Op.pong, id, {});
    case Op.close:
      return process.exit(0);
    default:
      throw new Error(`operation ${op} is not for a worker`);
  }
}

function hello(token) {
  const payload = Buffer.alloc(48);
  payload.writeUInt16LE(1, 0); // version 1.0, no features: all frames travel on the socket
  payload.writeUInt32LE(RingBytes, 8);
  payload.writeUInt32LE(MostMessage, 12);
  payload.writeUInt32LE(RingBytes, 16);
  Buffer.from(token, "hex").copy(payload, 24);
  return frame(Frame.hello, 0n, payload);
}

function work({ socket: path, token }) {
  const socket = net.connect(path, () => socket.write(hello(token)));
  let waiting = Buffer.alloc(0);
  let message = [];
  let size = 0;
  socket.on("data", (bytes) => {
    waiting = waiting.length ? Buffer.concat([waiting, bytes]) : bytes;
    for (let next; (next = firstFrame(waiting)); waiting = waiting.subarray(next.end)) {
      if (next.type === Frame.welcome) continue;
      if (next.type !== Frame.message) throw new Error(`frame type ${next.type}: ${next.payload.subarray(4)}`);
      message.push(next.payload.subarray(4));
      if ((size += next.payload.length) > MostMessage) throw new Error("a message is too large");
      if (next.payload[1]) continue;
      const whole = Buffer.concat(message);
      [message, size] = [[], 0];
      handle(socket, next.payload[0], next.id, whole);
    }
  });
  socket.on("close", () => process.exit(0));
  socket.on("error", (fault) => {
    console.error(`The engine cannot be reached: ${fault.message}`);
    process.exit(1);
  });
}

// The line on standard input says where the engine is; the end of the input is the engine's end.
let line = "";
process.stdin.on("data", function read(bytes) {
  line += bytes;
  if (!line.includes("\n")) return;
  process.stdin.off("data", read).resume();
  work(JSON.parse(line.slice(0, line.indexOf("\n"))));
});
process.stdin.on("end", () => process.exit(0));
