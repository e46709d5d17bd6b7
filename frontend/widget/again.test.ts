import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilHere } from "./again";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails so many times before it comes. */
function part(failures: number) {
  const load = vi.fn(() =>
    load.mock.calls.length <= failures ? Promise.reject(new Error("no line")) : Promise.resolve("here"),
  );
  const missing = vi.fn();
  return { load, missing, want: untilHere(load, missing) };
}

test("what is here is fetched once, whoever wants it", async () => {
  const { load, missing, want } = part(0);
  expect(await Promise.all([want(), want()])).toEqual(["here", "here"]);
  expect(await want()).toBe("here");
  expect(load).toHaveBeenCalledTimes(1);
  expect(missing).not.toHaveBeenCalled();
});

test("it comes by itself in the end, and waits longer after each failure", async () => {
  const { load, missing, want } = part(4);
  const come = want();
  const tries = [];
  for (const second of [0.5, 0.6, 1, 1, 3.8, 0.2, 7.8, 0.2]) {
    await vi.advanceTimersByTimeAsync(second * 1_000);
    tries.push(load.mock.calls.length);
  }
  expect(tries).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  expect(missing).toHaveBeenCalledTimes(4);
  expect(await come).toBe("here");
});

test("whoever wants it meanwhile has it tried at once, and once only", async () => {
  const { load, want } = part(1);
  const first = want();
  await vi.advanceTimersByTimeAsync(10);
  const others = [want(), want()];
  await vi.advanceTimersByTimeAsync(0);
  expect(await Promise.all([first, ...others])).toEqual(["here", "here", "here"]);
  await vi.runAllTimersAsync();
  expect(load).toHaveBeenCalledTimes(2);
});

test("it never gives up, and never asks more often than every four minutes for long", async () => {
  const { load, want } = part(Number.POSITIVE_INFINITY);
  void want();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(load.mock.calls.length).toBeGreaterThan(15);
  expect(load.mock.calls.length).toBeLessThan(25);
});
