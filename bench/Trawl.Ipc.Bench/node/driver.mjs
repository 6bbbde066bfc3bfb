// What every Node.js rival shares: orders on standard input, one line of JSON for each answer; percentiles.
import readline from 'node:readline';

const now = () => performance.now() * 1e6;

export class Samples {
  constructor(capacity = 1 << 21) {
    this.values = new Float64Array(capacity);
    this.count = 0;
    this.sum = 0;
  }

  get full() { return this.count === this.values.length; }

  add(nanoseconds) {
    this.values[this.count++] = nanoseconds;
    this.sum += nanoseconds;
  }

  summary() {
    const sorted = this.values.subarray(0, this.count).slice().sort();
    const at = share => Math.round(sorted[Math.floor(share * (sorted.length - 1))]);
    return { count: this.count, mean: this.sum / this.count, p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) };
  }
}

/** Measures `operation(done)` again and again, one at a time, for so many seconds. */
export function repeat(seconds, operation) {
  const samples = new Samples();
  const end = now() + seconds * 1e9;
  return new Promise(finished => {
    let before = 0;
    const next = () => {
      before = now();
      operation(done);
    };
    const done = () => {
      const after = now();
      samples.add(after - before);
      if (after >= end || samples.full) finished(samples);
      else next();
    };
    next();
  });
}

/** Answers every order, one after the other, with what `handle(words)` comes to. */
export async function obey(handle) {
  process.stdout.write('ready\n');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await handle(line.split(' '))) + '\n');
  }
  process.exit(0);
}

/** Has this process end with its standard input, or with the process that forked it: with the benchmark, however that ends. */
export function endWithParent() {
  if (process.channel) process.on('disconnect', () => process.exit());
  else process.stdin.on('end', () => process.exit()).resume();
}

export { now };
