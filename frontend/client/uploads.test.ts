import { expect, test } from "vitest";
import { SamtalError } from "./ack";
import { FOLDER } from "./given_files";
import { upload } from "./upload";
import { Uploads } from "./uploads";

const file = (name: string, bytes = 3, type = "text/plain") => new File(["x".repeat(bytes)], name, { type });

/** Uploads whose network is the test; `ends` are those under way, by name. */
function uploads() {
  const ends = new Map<string, { done: () => void; fail: (code: "offline" | "type_not_allowed") => void }>();
  const sent: string[] = [];
  let count = 0;
  const made = new Uploads({
    most: 10,
    newId: () => {
      count += 1;
      return `id-${count}`;
    },
    changed: () => {},
    deliver: (staged, _, signal) =>
      new Promise((resolve, reject) => {
        sent.push(`${staged.clientId} ${staged.file.name}`);
        const fail = (code: "offline" | "type_not_allowed") => reject(new SamtalError(code, "no"));
        signal.addEventListener("abort", () => fail("offline"));
        ends.set(staged.file.name, { done: () => resolve(undefined), fail });
      }),
  });
  return { made, sent, ends };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("they go one at a time, and only when sent", async () => {
  const { made, sent, ends } = uploads();
  made.add([file("a"), file("b")]);
  expect(sent).toEqual([]);
  made.send();
  expect(sent).toEqual(["id-1 a"]);
  ends.get("a")?.done();
  await settled();
  expect(sent).toEqual(["id-1 a", "id-2 b"]);
  ends.get("b")?.done();
  await settled();
  expect(made.files).toEqual([]);
});

test("what failed is tried again under the same id, and holds up no other", async () => {
  const { made, sent, ends } = uploads();
  made.add([file("a"), file("b")]);
  made.send();
  ends.get("a")?.fail("offline");
  await settled();
  expect(made.files.map((one) => one.state)).toEqual(["failed", "sending"]);
  ends.get("b")?.done();
  await settled();
  made.retry("id-1");
  expect(sent).toEqual(["id-1 a", "id-2 b", "id-1 a"]);
  ends.get("a")?.done();
  await settled();
  expect(made.files).toEqual([]);
});

test("what is taken back while it is on its way lets the next one go", async () => {
  const { made, sent } = uploads();
  made.add([file("a"), file("b")]);
  made.send();
  made.remove("id-1");
  await settled();
  expect(sent).toEqual(["id-1 a", "id-2 b"]);
  expect(made.files.map((one) => one.file.name)).toEqual(["b"]);
});

test("what is too large, or a folder, is refused unsent", () => {
  const { made, sent } = uploads();
  made.add([file("large", 11), file("folder", 0, FOLDER), file("a")]);
  made.send();
  expect(made.files.map((one) => one.code)).toEqual(["too_large", "type_not_allowed", undefined]);
  expect(made.files.some(Uploads.mayRetry)).toBe(true);
  expect(sent).toEqual(["id-3 a"]);
});

test("what was taken back before it began is never asked for", async () => {
  const taken = new AbortController();
  taken.abort();
  const options = { headers: {}, onProgress: () => {}, signal: taken.signal };
  await expect(upload("https://hub.example/", file("a"), options)).rejects.toThrow("taken back");
});
