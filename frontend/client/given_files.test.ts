import { afterEach, expect, test } from "vitest";
import { FOLDER, stayOnDrop, takeFiles } from "./given_files";

const photo = new File(["x"], "photo.png", { type: "image/png" });
const folder = new File([], "holiday");
const item = (file: File) => ({
  kind: "file",
  getAsFile: () => file,
  webkitGetAsEntry: () => ({ isDirectory: file === folder }),
});
const words = { kind: "string", getAsFile: () => null, webkitGetAsEntry: () => null };

function event(name: string, types: string[], items: unknown[] = []) {
  const made = new Event(name, { bubbles: true, cancelable: true });
  const given = { types, items, dropEffect: "copy" };
  return Object.assign(made, { clipboardData: given, dataTransfer: given, relatedTarget: null });
}

let end = () => {};
afterEach(() => end());

function place() {
  const element = document.createElement("main");
  document.body.append(element);
  const taken: File[] = [];
  const ends = takeFiles(element, (files) => taken.push(...files));
  end = () => {
    ends();
    element.remove();
  };
  return { element, taken };
}

test("pasted and dropped files are taken, and nothing else happens to them", () => {
  const { element, taken } = place();
  for (const name of ["paste", "drop"]) {
    const given = event(name, ["Files"], [item(photo), words]);
    element.dispatchEvent(given);
    expect(given.defaultPrevented).toBe(true);
  }
  expect(taken).toEqual([photo, photo]);
});

test("words are pasted as words, also when a picture of them comes along", () => {
  const { element, taken } = place();
  for (const types of [["text/plain"], ["text/plain", "text/html", "text/rtf", "Files"]]) {
    const given = event("paste", types, [words, item(photo)]);
    element.dispatchEvent(given);
    expect(given.defaultPrevented).toBe(false);
  }
  expect(taken).toEqual([]);
});

test("a picture copied from a page and a file copied by name are files", () => {
  const { element, taken } = place();
  element.dispatchEvent(event("paste", ["text/html", "Files"], [words, item(photo)]));
  element.dispatchEvent(event("paste", ["text/plain", "Files"], [words, item(photo)]));
  expect(taken).toEqual([photo, photo]);
});

test("a folder is told from a file", () => {
  const { element, taken } = place();
  element.dispatchEvent(event("drop", ["Files"], [item(folder), item(photo)]));
  expect(taken.map((file) => [file.name, file.type])).toEqual([
    ["holiday", FOLDER],
    ["photo.png", "image/png"],
  ]);
});

test("it is marked while files hang over it, and only then", () => {
  const { element } = place();
  const isMarked = () => element.hasAttribute("data-dropping");
  element.dispatchEvent(event("dragover", ["text/plain"]));
  expect(isMarked()).toBe(false);
  element.dispatchEvent(event("dragover", ["Files"]));
  expect(isMarked()).toBe(true);
  element.dispatchEvent(event("dragleave", ["Files"]));
  expect(isMarked()).toBe(false);
  element.dispatchEvent(event("dragover", ["Files"]));
  element.dispatchEvent(event("drop", ["Files"], [item(photo)]));
  expect(isMarked()).toBe(false);
});

test("a file dropped beside it does not take the page's place", () => {
  const stopStaying = stayOnDrop();
  const { element, taken } = place();
  const beside = event("drop", ["Files"], [item(photo)]);
  document.body.dispatchEvent(beside);
  const over = event("dragover", ["Files"]);
  element.dispatchEvent(over);
  expect([beside.defaultPrevented, beside.dataTransfer.dropEffect]).toEqual([true, "none"]);
  expect(over.dataTransfer.dropEffect).toBe("copy");
  stopStaying();
  const later = event("drop", ["Files"], [item(photo)]);
  document.body.dispatchEvent(later);
  expect(later.defaultPrevented).toBe(false);
  expect(taken).toEqual([]);
});
