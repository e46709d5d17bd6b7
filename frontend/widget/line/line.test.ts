import { decodePayload as theirDecodePayload, encodePayload as theirEncodePayload } from "engine.io-parser";
import { expect, test } from "vitest";
import { parse } from "./address";
import { decodePacket, decodePayload, encodePayload } from "./packets";

const PACKETS = [
  { type: "ping" },
  { type: "message", data: '2["send_message",{"text":"Þökk 👋"}]' },
  { type: "noop" },
];

test("payloads are what the library makes, and it reads ours", () => {
  let ours = "";
  let theirs = "";
  encodePayload(PACKETS, (encoded) => {
    ours = encoded;
  });
  theirEncodePayload(PACKETS as Parameters<typeof theirEncodePayload>[0], (encoded: string) => {
    theirs = encoded;
  });
  expect(ours).toBe(theirs);
  expect(theirDecodePayload(ours)).toEqual(PACKETS);
  expect(decodePayload(theirs)).toEqual(PACKETS);
});

test("a packet of no known type is an error", () => {
  expect(decodePacket("9").type).toBe("error");
  expect(decodePacket("bAAAA").type).toBe("error");
});

test("addresses come apart as socket.io expects them", () => {
  expect(parse("https://hub.example:8443/visitor?a=1")).toMatchObject({
    protocol: "https",
    host: "hub.example",
    port: "8443",
    path: "/visitor",
    queryKey: { a: "1" },
  });
  expect(parse("http://[::1]:8080/visitor").host).toBe("::1");
});
