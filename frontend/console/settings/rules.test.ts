import { expect, it } from "vitest";
import { condition, effect, moved, rulesOf, withChange, withoutRule, withRule } from "./rules";

const RULES = rulesOf([
  { on: "tag", value: "vip", head_start_seconds: 300 },
  { on: "reason", value: "complaint", team: "t1", skills: ["calm"] },
]);
const values = (rules: readonly { value: string }[]) => rules.map(({ value }) => value);

it("moves a rule by one place, and not beyond the ends", () => {
  expect(values(moved(RULES, 1, -1))).toEqual(["complaint", "vip"]);
  expect(values(moved(RULES, 0, -1))).toEqual(["vip", "complaint"]);
  expect(values(moved(RULES, 1, 1))).toEqual(["vip", "complaint"]);
});

it("adds, changes and removes one without touching the others", () => {
  const more = withRule(RULES);
  expect(more).toHaveLength(3);
  expect(values(withChange(more, 2, { value: "wool" }))).toEqual(["vip", "complaint", "wool"]);
  expect(values(withoutRule(more, 0))).toEqual(["complaint", ""]);
});

it("tells a rule in words", () => {
  const [vip, complaint] = RULES;
  if (!vip || !complaint) throw new Error("two rules");
  expect(condition(vip)).toBe("Tag is vip");
  expect(effect(vip, () => "")).toBe("5 min ahead in line");
  expect(condition(complaint)).toBe("Reason is complaint");
  expect(effect(complaint, () => "Returns")).toBe("to Returns · needs calm");
  expect(effect(withRule([])[0] ?? vip, () => "")).toBe("changes nothing yet");
});
