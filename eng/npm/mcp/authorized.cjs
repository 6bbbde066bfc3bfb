// The conformance suite knows no tokens: this puts one on each of its requests.
const http = require("node:http");
const authorization = `Bearer ${process.env.TRAWL_TOKEN}`;

const fetch = globalThis.fetch;
globalThis.fetch = (input, init = {}) => {
  const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : undefined));
  headers.set("authorization", authorization);
  return fetch(input, { ...init, headers });
};

const request = http.request;
http.request = function (...args) {
  const made = request.apply(this, args);
  made.setHeader("authorization", authorization);
  return made;
};
