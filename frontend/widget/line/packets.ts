// Stands in for engine.io-parser: the same protocol 4, text packets only.

interface Packet {
  type: string;
  data?: string;
}

const TYPES = ["open", "close", "ping", "pong", "message", "upgrade", "noop"];
const BETWEEN = "\x1e";

export const protocol = 4;

export function encodePacket(
  { type, data }: Packet,
  _binary: boolean,
  done: (encoded: string) => void,
): void {
  done(TYPES.indexOf(type) + (data ?? ""));
}

export function encodePayload(packets: Packet[], done: (encoded: string) => void): void {
  const encoded: string[] = [];
  // Sending may add packets; those belong to the next payload.
  for (const packet of packets.slice()) encodePacket(packet, false, (one) => encoded.push(one));
  done(encoded.join(BETWEEN));
}

export function decodePacket(encoded: string): Packet {
  const type = TYPES[Number(encoded[0])];
  if (!type) return { type: "error", data: "parser error" };
  return encoded.length > 1 ? { type, data: encoded.slice(1) } : { type };
}

export function decodePayload(encoded: string): Packet[] {
  return encoded.split(BETWEEN).map(decodePacket);
}

/** WebTransport's, which is left out. */
export const createPacketEncoderStream = undefined;
export const createPacketDecoderStream = undefined;
