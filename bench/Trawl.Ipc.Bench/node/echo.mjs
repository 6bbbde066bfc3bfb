// Raw bytes to and fro in Node.js. usage: node echo.mjs serve|drive uds PATH | drive child json|advanced
import { fork } from 'node:child_process';
import net from 'node:net';
import { endWithParent, obey, repeat } from './driver.mjs';

const [role, way, where] = process.argv.slice(2);

/** A frame is its length and its bytes. Calls back with each whole frame, its length included. */
export function frames(onFrame) {
  let held = null;
  return chunk => {
    let data = held ? Buffer.concat([held, chunk]) : chunk;
    held = null;
    let at = 0;
    while (data.length - at >= 4) {
      const size = 4 + data.readUInt32LE(at);
      if (data.length - at < size) break;
      onFrame(data.subarray(at, at + size));
      at += size;
    }
    if (at < data.length) held = data.subarray(at);
  };
}

function driveSocket() {
  let waiting = null;
  const socket = net.connect({ path: where }, () => obey(async ([, size, seconds]) => {
    const length = Number(size);
    const message = Buffer.alloc(4 + length, 0x5a);
    message.writeUInt32LE(length, 0);
    let mark = 0;
    const holds = frame => frame.length === 4 + length && frame.readUInt32LE(4) === mark && frame.readUInt32LE(length) === mark;
    const samples = await repeat(Number(seconds), done => {
      mark++;
      message.writeUInt32LE(mark, 4);
      message.writeUInt32LE(mark, length);
      waiting = frame => {
        if (!holds(frame)) throw new Error('wrong echo');
        done();
      };
      socket.write(message);
    });
    return samples.summary();
  }));
  socket.on('data', frames(frame => waiting(frame)));
}

function driveChild() {
  const child = fork(process.argv[1], ['serve', 'child'], { serialization: where });
  let waiting = null;
  child.on('message', message => waiting(message));
  obey(async ([, size, seconds]) => {
    const text = 'z'.repeat(Number(size));
    let mark = 0;
    const samples = await repeat(Number(seconds), done => {
      mark++;
      waiting = message => {
        if (message.mark !== mark || message.text.length !== text.length) throw new Error('wrong echo');
        done();
      };
      child.send({ mark, text });
    });
    return samples.summary();
  });
}

if (role === 'serve') endWithParent();
if (role === 'drive') (way === 'uds' ? driveSocket : driveChild)();
else if (way === 'child') process.on('message', message => process.send(message));
else net.createServer(socket => socket.on('data', frames(frame => socket.write(frame)))).listen(where, () => process.stdout.write('ready\n'));
