import { expect, test } from "vitest";
import { newClientId } from "./client_id";

test("ids are 32 hex digits, all different, and later ones sort after earlier ones", () => {
  const ids = Array.from({ length: 100 }, newClientId);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
  const times = ids.map((id) => id.slice(0, 12));
  expect(times).toEqual([...times].sort());
});
