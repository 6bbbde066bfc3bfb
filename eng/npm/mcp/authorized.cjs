// The conformance suite knows no tokens: this puts one on each of its requests, whichever way it makes them.
const http = require("node:http");
const { Agent, setGlobalDispatcher } = require(require.resolve("undici", { paths: [require("node:fs").realpathSync(process.argv[1])] }));
const authorization = `Bearer ${process.env.TRAWL_TOKEN}`;

setGlobalDispatcher(new Agent().compose((dispatch) => (options, handler) => {
  const headers = Array.isArray(options.headers)
    ? [...options.headers, "authorization", authorization]
    : { ...options.headers, authorization };
  return dispatch({ ...options, headers }, handler);
}));

const request = http.request;
http.request = function (...args) {
  const made = request.apply(this, args);
  made.setHeader("authorization", authorization);
  return made;
};
