// The same work as ReadWork.cs, by npm's warcio: fields, HTTP head, every byte of the payload.
import { createRequire } from "node:module";
import { createReadStream } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const at = createRequire(join(process.cwd(), "artifacts/testdata/warc/x.js")).resolve("warcio");
const { WARCParser } = await import(pathToFileURL(at).href);
let records = 0, ok = 0, bytes = 0;
for await (const record of new WARCParser(createReadStream(process.argv[2], { highWaterMark: 128 * 1024 }))) {
  records++;
  if (record.httpHeaders && record.warcType === "response" && record.httpHeaders.statusCode === 200) ok++;
  for await (const chunk of record.reader) bytes += chunk.length;
}
console.log(`${records} records, ${ok} ok, ${bytes} bytes`);
