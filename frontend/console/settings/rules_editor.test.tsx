import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, expect, test } from "vitest";
import { type Rule, rulesOf } from "./rules";
import { RulesEditor } from "./rules_editor";
import { errorUnder } from "./use_form";

afterEach(cleanup);

const TEAM = { id: "t1", name: "Returns", languages: [], skills: [], members: [] };
let now: readonly Rule[] = [];

function Editor({ first, errors = {} }: { first: Rule[]; errors?: Record<string, string> }) {
  const [rules, setRules] = useState(first);
  now = rules;
  return (
    <RulesEditor
      rules={rules}
      teams={[TEAM]}
      errorOf={(field) => errorUnder(field, errors)}
      onChange={setRules}
    />
  );
}

test("without rules it says what they are for, and one is made in place", async () => {
  render(<Editor first={[]} />);
  expect(screen.getByText(/^No rules yet/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Add rule" }));
  fireEvent.input(screen.getByLabelText("is"), { target: { value: "vip" } });
  expect(await screen.findByText("Tag is vip")).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Head start in seconds"), { target: { value: "300" } });
  expect(await screen.findByText("5 min ahead in line")).toBeTruthy();
  expect(now).toEqual([{ on: "tag", value: "vip", team: null, skills: [], head_start_seconds: 300 }]);
});

test("rules are moved and deleted by buttons that name them", () => {
  render(
    <Editor
      first={rulesOf([
        { on: "tag", value: "vip" },
        { on: "language", value: "is" },
      ])}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Move up: Language is is" }));
  expect(now.map(({ value }) => value)).toEqual(["is", "vip"]);
  fireEvent.click(screen.getByRole("button", { name: "Delete rule: Tag is vip" }));
  expect(now.map(({ value }) => value)).toEqual(["is"]);
});

test("what the hub refuses opens the rule and stands under its field", () => {
  const errors = { "routing_rules.1.skills.0": "String should match pattern '^x$'" };
  const rules = rulesOf([
    { on: "tag", value: "vip" },
    { on: "tag", value: "wool" },
  ]);
  render(<Editor first={rules} errors={errors} />);
  expect(screen.getByLabelText("Needs skills").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText(/^A skill is a word/)).toBeTruthy();
});
