import { describe, expect, it } from "vitest";
import { overview } from "../../fixtures/overview";
import { sentences } from "./change";
import { canTell, type FigureKey, figuresOf } from "./figures";

const WHEN = { when: "the last 30 days", elapsed: 30, which: "in the equally long period before" };

function figure(key: FigureKey, now = overview(), before = overview()) {
  const found = figuresOf(now, before).find((each) => each.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
}

describe("a figure", () => {
  it("is beside its base and inside its interval", () => {
    const { reading } = figure("handed_off");
    expect(reading).toMatchObject({ kind: "share", count: 60, base: 200 });
    if (reading.kind !== "share" || !reading.estimate) throw new Error("no estimate");
    expect(reading.estimate.value).toBeCloseTo(0.3);
    expect(reading.estimate.low).toBeLessThan(0.3);
    expect(reading.estimate.high).toBeGreaterThan(0.3);
  });

  it("by the bot alone is out of what was resolved, not of what still goes on", () => {
    expect(figure("bot_alone").reading).toMatchObject({ count: 110, base: 160 });
  });

  it("opens the dialogues it counted", () => {
    expect(figure("handed_off").behind).toEqual({ outcome: "handed_off" });
    expect(figure("dialogues").behind).toEqual({});
  });

  it("gives no verdict on few", () => {
    const few = overview({ rated: 6, ratings: [{ key: "5", count: 6 }], rating_mean: 5 });
    expect(figure("rating", few).change).toBe("few");
    expect(canTell(figure("rating", few).reading)).toBe(false);
  });

  it("has not changed when it is the same", () => {
    for (const each of figuresOf(overview(), overview()))
      expect(["unclear", "untested"]).toContain(each.change);
  });

  it("went up or down when chance does not explain it", () => {
    expect(figure("handed_off", overview({ handed_off: 100 })).change).toBe("up");
    expect(figure("handed_off", overview({ handed_off: 20 })).change).toBe("down");
    expect(figure("dialogues", overview({ dialogues: 400 })).change).toBe("up");
    const worse = overview({
      rating_mean: 2,
      ratings: [
        { key: "1", count: 20 },
        { key: "3", count: 20 },
      ],
    });
    expect(figure("rating", worse).change).toBe("down");
  });
});

describe("the sentences at the top", () => {
  it("say that nothing changed when nothing did", () => {
    expect(sentences(figuresOf(overview(), overview()), WHEN)).toEqual([
      "200 dialogues in the last 30 days, against 200 in the equally long period before: no more of a difference than chance makes.",
      "Nothing else changed by more than chance.",
    ]);
  });

  it("name what changed, from what to what", () => {
    const now = overview({ dialogues: 300, handed_off: 150, resolved: 240, resolved_without_human: 165 });
    expect(sentences(figuresOf(now, overview()), WHEN)).toEqual([
      "300 dialogues in the last 30 days, against 200 in the equally long period before: more than chance explains.",
      "Handed to a person rose from 30% to 50%.",
    ]);
  });

  it("wait for evidence and say for how long", () => {
    const now = overview({ dialogues: 6, handed_off: 5 });
    const before = overview({ dialogues: 3, handed_off: 0 });
    expect(sentences(figuresOf(now, before), WHEN)).toEqual([
      "6 dialogues in the last 30 days, against 3 in the equally long period before: too few to say that anything changed.",
      "At this pace there is enough to compare in about 70 days.",
    ]);
  });

  it("compare with nothing when there was nothing", () => {
    const [first] = sentences(figuresOf(overview({ dialogues: 1 }), overview({ dialogues: 0 })), WHEN);
    expect(first).toBe(
      "1 dialogue in the last 30 days, and none in the equally long period before, so there is nothing to compare with yet.",
    );
  });
});

describe("verdicts when nothing changed", () => {
  it("are given on hardly more than one overview in twenty", () => {
    const random = seeded(20261121);
    const rounds = 2000;
    let alarms = 0;
    for (let round = 0; round < rounds; round += 1) {
      const figures = figuresOf(drawn(random), drawn(random));
      if (figures.some(({ change }) => change === "up" || change === "down")) alarms += 1;
    }
    expect(alarms / rounds).toBeLessThan(0.06);
    expect(alarms).toBeGreaterThan(0);
  });
});

/** An overview of a shop where every visitor behaves by the same odds in every period. */
function drawn(random: () => number) {
  const times = (count: number, odds: number) =>
    Array.from({ length: count }, random).filter((value) => value < odds).length;
  const dialogues = times(1000, 0.15);
  const resolved = times(dialogues, 0.9);
  const rated = times(dialogues, 0.4);
  const top = times(rated, 0.6);
  return overview({
    dialogues,
    resolved,
    rated,
    handed_off: times(dialogues, 0.3),
    resolved_without_human: times(resolved, 0.7),
    contacts: dialogues,
    returning_contacts: times(dialogues, 0.3),
    ratings: [
      { key: "3", count: rated - top },
      { key: "5", count: top },
    ],
  });
}

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
