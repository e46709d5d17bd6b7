// Stands in for socket.io-parser: the same protocol 5, JSON only.
import { Emitter } from "@socket.io/component-emitter";

export const protocol = 5;

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

/** `<type>[<namespace>,][<ack id>][<JSON>]` */
const FORM = /^(\d)(?:(\/[^,]*),)?(\d+)?(.*)$/s;

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp && nsp !== "/" ? `${nsp},` : "";
    return [type + namespace + (id ?? "") + (data === undefined ? "" : JSON.stringify(data))];
  }
}

export class Decoder extends Emitter<
  Record<string, never>,
  Record<string, never>,
  { decoded: (packet: Packet) => void }
> {
  /** A malformed packet is an exception, as with the library; the caller closes the connection then. */
  add(encoded: string): void {
    const [, type = "", nsp = "/", id, json] = FORM.exec(encoded) ?? [];
    if (!type || Number(type) > PacketType.CONNECT_ERROR)
      throw new Error(`invalid packet ${encoded.slice(0, 20)}`);
    const packet: Packet = { type: Number(type), nsp };
    if (id) packet.id = Number(id);
    if (json) packet.data = JSON.parse(json);
    this.emitReserved("decoded", packet);
  }

  destroy(): void {}
}
