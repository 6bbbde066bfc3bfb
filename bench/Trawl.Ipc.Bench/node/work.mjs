// The realistic workload in Node.js.
// usage: node work.mjs serve|drive CONTENT socket json|json-each|binary PATH | drive CONTENT child json|advanced
// json is the usual program (each message written as it comes), json-gathered and binary write once for all that is ready.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { binary, json, Kind } from './codec.mjs';
import { endWithParent, now, obey, repeat, Samples } from './driver.mjs';
import { childWire, socketWire } from './wire.mjs';

const [role, contentFile, way, mode, where] = process.argv.slice(2);
const content = JSON.parse(fs.readFileSync(contentFile, 'utf8'));
const codec = mode === 'binary' ? binary : json;
const gathers = mode === 'binary' || mode === 'json-gathered';

function answer(wire, kind, id, body) {
  switch (kind) {
    case Kind.request: return wire.send(Kind.completion, id, complete(body));
    case Kind.toolCall: return body.name === 'fail'
      ? wire.send(Kind.error, id, { code: 'tool_failed', message: `The tool failed: ${body.id}` })
      : wire.send(Kind.toolResult, id, { id: body.id, content: `${body.name}: ${body.arguments.map(a => a.value.length).join(',')}`, isError: false });
    default: return stream(wire, kind, id);
  }
}

function complete(body) {
  let characters = 0;
  for (const message of body.messages) characters += message.content.length;
  return { id: `cmpl-${body.id}`, model: body.model, created: 1790000000, content: content.answer, finishReason: 'stop',
    usage: { promptTokens: characters >> 2, completionTokens: content.answer.length >> 2 } };
}

function stream(wire, kind, id) {
  const last = content.deltas.length - 1;
  for (let index = 0; index <= last; index++) {
    wire.send(Kind.delta, id, { index, content: content.deltas[index], finishReason: index === last ? 'stop' : null });
    if (kind === Kind.streamRequest) wire.flush();
  }
}

function serve() {
  endWithParent();
  if (way === 'child') {
    const wire = childWire(process, (kind, id, body) => answer(wire, kind, id, body));
    return;
  }
  net.createServer(socket => {
    const wire = socketWire(socket, codec, (kind, id, body) => {
      answer(wire, kind, id, body);
      if (!gathers) wire.flush();
    }, () => wire.flush());
  }).listen(where, () => process.stdout.write('ready\n'));
}

class Client {
  constructor(makeWire) {
    this.pending = new Map();
    this.id = 0;
    this.prompt = content.request.messages.reduce((sum, message) => sum + message.content.length, 0) >> 2;
    this.streamed = content.deltas.reduce((sum, delta) => sum + delta.length, 0);
    this.wire = makeWire((kind, id, body) => this.receive(kind, id, body));
  }

  issue(kind, done, failing = false) {
    const id = ++this.id;
    this.pending.set(id, { kind, done, failing, next: 0, characters: 0 });
    if (kind === Kind.toolCall) this.wire.send(kind, id, failing ? content.failingCall : content.toolCall);
    else this.wire.send(kind, id, { ...(kind === Kind.request ? content.request : content.streamRequest), id });
    if (!gathers) this.wire.flush();
  }

  receive(kind, id, body) {
    const call = this.pending.get(id);
    if (!this.holds(call, kind, id, body)) throw new Error(`wrong answer ${JSON.stringify(body)}`);
    if (kind === Kind.delta && body.finishReason !== 'stop') return;
    this.pending.delete(id);
    call.done();
  }

  holds(call, kind, id, body) {
    switch (kind) {
      case Kind.completion: return body.id === `cmpl-${id}` && body.usage.promptTokens === this.prompt && body.content.length === content.answer.length;
      case Kind.toolResult: return !call.failing && body.id === content.toolCall.id && !body.isError && body.content.length > 0;
      case Kind.error: return call.failing && body.code === 'tool_failed';
      default:
        call.characters += body.content.length;
        return body.index === call.next++ && (body.finishReason !== 'stop' || call.characters === this.streamed);
    }
  }

  one(kind, seconds) {
    return repeat(seconds, done => {
      this.issue(kind, done);
      this.wire.flush();
    });
  }

  // Bursts of 1 to 32 operations at once: 70 % tool calls, 25 % completions, 5 % streams; 1 % of all fail.
  // Every eighth burst is followed by a pause, which does not count.
  async mixed(seconds) {
    const samples = new Samples();
    let state = 12345, bursts = 0, busy = 0, failed = 0;
    const chance = limit => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0, (state >>> 16) % limit);
    for (const end = now() + seconds * 1e9; now() < end;) {
      const started = now();
      await new Promise(finished => {
        let left = 1 + chance(32);
        for (let count = left; count > 0; count--) {
          const roll = chance(100), fails = chance(100) === 0;
          const kind = fails || roll < 70 ? Kind.toolCall : roll < 95 ? Kind.request : Kind.batchRequest;
          if (fails) failed++;
          const issued = now();
          this.issue(kind, () => {
            samples.add(now() - issued);
            if (--left === 0) finished();
          }, fails);
        }
        this.wire.flush();
      });
      busy += now() - started;
      if (++bursts % 8 === 0) await new Promise(resolve => setTimeout(resolve, 1));
    }
    return { ...samples.summary(), perSecond: samples.count / busy * 1e9, failed };
  }
}

const kinds = { completion: Kind.request, tool: Kind.toolCall, stream: Kind.streamRequest, batch: Kind.batchRequest };

function drive() {
  const makeClient = makeWire => {
    const client = new Client(makeWire);
    obey(async ([, what, seconds]) =>
      what === 'mixed' ? client.mixed(Number(seconds)) : (await client.one(kinds[what], Number(seconds))).summary());
  };
  if (way === 'child') {
    const child = fork(process.argv[1], ['serve', contentFile, 'child', mode], { serialization: mode });
    makeClient(receive => childWire(child, receive));
  } else {
    const socket = net.connect({ path: where }, () => makeClient(receive => socketWire(socket, codec, receive)));
  }
}

(role === 'drive' ? drive : serve)();
