// Stands in for socket.io-parser's binary half: the visitors' protocol is JSON only.

export const isBinary = () => false;
export const hasBinary = () => false;

function refuse(): never {
  throw new Error("Binary packets are not part of the protocol.");
}

export const deconstructPacket = refuse;
export const reconstructPacket = refuse;
