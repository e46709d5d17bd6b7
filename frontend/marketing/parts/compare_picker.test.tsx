import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { stage } from "../fixtures/stage";
import { ComparePicker, useComparison } from "./compare_picker";

afterEach(cleanup);

function Picker() {
  return <ComparePicker {...useComparison()} />;
}

it("keeps in the address what the period is compared with", async () => {
  stage(<Picker />, {}, "/marketing?from=2026-11-01&until=2026-11-07&against=year");
  fireEvent.change(screen.getByLabelText("Compared with"), { target: { value: "from" } });
  fireEvent.change(await screen.findByLabelText("First day to compare with"), {
    target: { value: "2026-03-02" },
  });
  expect(window.location.search).toBe("?from=2026-11-01&until=2026-11-07&against=2026-03-02");
  fireEvent.change(screen.getByLabelText("Compared with"), { target: { value: "before" } });
  expect(window.location.search).toBe("?from=2026-11-01&until=2026-11-07");
});
