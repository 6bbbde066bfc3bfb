// The ways a Node.js process can talk to another: a Unix socket with frames, or the channel of child_process.
// Each is { send(kind, id, body), flush() } and calls `receive(kind, id, body)`, and `idle()` when a chunk is used up.
import { head, Writer } from './codec.mjs';

export function socketWire(socket, codec, receive, idle = () => {}) {
  const spare = [];
  let writer = new Writer();
  let held = null;
  const wire = {
    send(kind, id, body) {
      writer.begin(kind, id);
      codec.write(writer, kind, body);
      writer.end();
    },
    // One write for all that was sent since the last; the buffer comes back when the system has taken it.
    flush() {
      if (writer.at === 0) return;
      const used = writer;
      writer = spare.pop() ?? new Writer();
      socket.write(used.buffer.subarray(0, used.at), () => {
        used.at = 0;
        spare.push(used);
      });
    },
  };
  socket.on('data', chunk => {
    const data = held ? Buffer.concat([held, chunk]) : chunk;
    held = null;
    let at = 0;
    while (data.length - at >= head) {
      const end = at + 4 + data.readUInt32LE(at);
      if (end > data.length) break;
      receive(data[at + 4], data.readUInt32LE(at + 5), codec.read(data[at + 4], data, at + head, end));
      at = end;
    }
    if (at < data.length) held = data.subarray(at);
    idle();
  });
  return wire;
}

export function childWire(process, receive) {
  process.on('message', message => receive(message.kind, message.id, message.body));
  return { send(kind, id, body) { process.send({ kind, id, body }); }, flush() {} };
}
