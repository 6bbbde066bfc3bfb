// Both codecs of the workload: JSON, and a binary one written by hand to be as fast as Node.js lets it.
// Binary: little endian; a string is u32 (bytes * 2 + 1 when all of it is ASCII) and its UTF-8.
export const Kind = { request: 1, completion: 2, delta: 3, toolCall: 4, toolResult: 5, error: 6, streamRequest: 7, batchRequest: 8 };
export const head = 9; // u32 length of what follows, u8 kind, u32 id

const short = 24; // below this a loop in JavaScript beats a call into C++

export class Writer {
  constructor(size = 1 << 18) {
    this.buffer = Buffer.allocUnsafeSlow(size);
    this.at = 0;
  }

  room(size) {
    if (this.at + size <= this.buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.at + size));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }

  u8(value) { this.buffer[this.at++] = value; }

  u32(value) {
    const { buffer, at } = this;
    buffer[at] = value;
    buffer[at + 1] = value >>> 8;
    buffer[at + 2] = value >>> 16;
    buffer[at + 3] = value >>> 24;
    this.at = at + 4;
  }

  f64(value) {
    this.buffer.writeDoubleLE(value, this.at);
    this.at += 8;
  }

  text(value) {
    const length = value.length;
    this.room(8 + length * 3);
    const start = this.at + 4;
    const { buffer } = this;
    if (length < short) {
      let i = 0;
      for (; i < length; i++) {
        const code = value.charCodeAt(i);
        if (code > 127) break;
        buffer[start + i] = code;
      }
      if (i === length) {
        this.u32(length * 2 + 1);
        this.at += length;
        return;
      }
    }
    const bytes = buffer.utf8Write(value, start);
    this.u32(bytes * 2 + (bytes === length ? 1 : 0));
    this.at += bytes;
  }

  begin(kind, id) {
    this.room(1024);
    this.started = this.at;
    this.at += 4;
    this.u8(kind);
    this.u32(id);
  }

  end() {
    const at = this.at;
    this.at = this.started;
    this.u32(at - this.started - 4);
    this.at = at;
  }
}

export class Reader {
  reset(buffer, at) {
    this.buffer = buffer;
    this.at = at;
    return this;
  }

  u8() { return this.buffer[this.at++]; }

  u32() {
    const { buffer, at } = this;
    this.at = at + 4;
    return (buffer[at] | (buffer[at + 1] << 8) | (buffer[at + 2] << 16) | (buffer[at + 3] << 24)) >>> 0;
  }

  f64() {
    this.at += 8;
    return this.buffer.readDoubleLE(this.at - 8);
  }

  text() {
    const mark = this.u32();
    const start = this.at;
    this.at = start + (mark >>> 1);
    return mark & 1 ? this.buffer.latin1Slice(start, this.at) : this.buffer.utf8Slice(start, this.at);
  }
}

const writers = {
  [Kind.request](w, body) {
    w.u32(body.id); w.text(body.model); w.f64(body.temperature); w.u32(body.maxTokens);
    w.u32(body.messages.length);
    for (const message of body.messages) {
      w.text(message.role);
      w.text(message.content);
    }
  },
  [Kind.completion](w, body) {
    w.text(body.id); w.text(body.model); w.f64(body.created); w.text(body.content); w.text(body.finishReason);
    w.u32(body.usage.promptTokens); w.u32(body.usage.completionTokens);
  },
  [Kind.delta](w, body) { w.u32(body.index); w.text(body.content); w.text(body.finishReason ?? ''); },
  [Kind.toolCall](w, body) {
    w.text(body.id); w.text(body.name);
    w.u32(body.arguments.length);
    for (const argument of body.arguments) {
      w.text(argument.name);
      w.text(argument.value);
    }
  },
  [Kind.toolResult](w, body) { w.text(body.id); w.text(body.content); w.u8(body.isError ? 1 : 0); },
  [Kind.error](w, body) { w.text(body.code); w.text(body.message); },
};

const many = (r, item) => {
  const count = r.u32();
  const items = new Array(count);
  for (let i = 0; i < count; i++) items[i] = item(r);
  return items;
};
const message = r => ({ role: r.text(), content: r.text() });
const argument = r => ({ name: r.text(), value: r.text() });
const readers = {
  [Kind.request]: r => ({ id: r.u32(), model: r.text(), temperature: r.f64(), maxTokens: r.u32(), messages: many(r, message) }),
  [Kind.completion]: r => ({ id: r.text(), model: r.text(), created: r.f64(), content: r.text(), finishReason: r.text(),
    usage: { promptTokens: r.u32(), completionTokens: r.u32() } }),
  [Kind.delta]: r => ({ index: r.u32(), content: r.text(), finishReason: r.text() || null }),
  [Kind.toolCall]: r => ({ id: r.text(), name: r.text(), arguments: many(r, argument) }),
  [Kind.toolResult]: r => ({ id: r.text(), content: r.text(), isError: r.u8() === 1 }),
  [Kind.error]: r => ({ code: r.text(), message: r.text() }),
};
for (const kind of [Kind.streamRequest, Kind.batchRequest]) {
  writers[kind] = writers[Kind.request];
  readers[kind] = readers[Kind.request];
}

const shared = new Reader();

export const binary = {
  write(writer, kind, body) { writers[kind](writer, body); },
  read(kind, buffer, start) { return readers[kind](shared.reset(buffer, start)); },
};

export const json = {
  write(writer, kind, body) {
    const text = JSON.stringify(body);
    writer.room(text.length * 3 + 16);
    writer.at += writer.buffer.utf8Write(text, writer.at);
  },
  read(kind, buffer, start, end) { return JSON.parse(buffer.utf8Slice(start, end)); },
};
