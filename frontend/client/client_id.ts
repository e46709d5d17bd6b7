/**
 * The time in milliseconds, then chance: ids made one after the other stand together in the hub's index.
 * Not `randomUUID`, which has no time in it and is missing on pages that were not fetched over a safe line.
 */
export function newClientId(): string {
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => hex(byte, 2));
  return hex(Date.now(), 12) + chance.join("");
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
