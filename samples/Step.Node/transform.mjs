/** What becomes of a record: `drop`, a text that says why it is left out, or `add`, fields that it did not have. */
export function transform(record, { field }) {
  const text = record[field];
  if (typeof text !== "string") return { drop: `It has no ${field}.` };
  const words = text.split(/[ \t\r\n]+/).filter((word) => word.length > 0);
  const letters = words.map((word) => word.replace(/[^A-Za-z0-9]/g, "").toLowerCase()).filter((word) => word.length > 0);
  return { add: { slug: letters.join("-"), words: words.length } };
}
