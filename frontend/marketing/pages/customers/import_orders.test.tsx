import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { SamtalError } from "../../../client/ack";
import { stage } from "../../fixtures/stage";
import { ImportOrders, whyNot } from "./import_orders";

afterEach(cleanup);

const MADE = {
  added: 2,
  changed: 1,
  same: 0,
  refused: [{ line: 7, column: "total", code: "not_an_amount" }],
};

it("says what went in, and which lines did not and why", async () => {
  const { asked } = stage(<ImportOrders />, { "POST imports/orders": MADE });
  const file = new File(["number,total\n1,2"], "orders.csv", { type: "text/csv" });
  fireEvent.change(screen.getByLabelText("File of orders (CSV)"), { target: { files: [file] } });
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Import" });
  await waitFor(() => expect(button.disabled).toBe(false));
  fireEvent.submit(button.form as HTMLFormElement);
  expect(await screen.findByText("2 new, 1 changed, 0 as they were.")).toBeTruthy();
  expect(screen.getByText("is no amount, such as 129.50")).toBeTruthy();
  expect(asked[0]?.body).toEqual({ csv: "number,total\n1,2" });
});

it("names the columns that are missing", () => {
  const error = new SamtalError("invalid", "No.", { total: "missing" });
  expect(whyNot(error)).toBe("Nothing was imported. These columns are missing: total.");
});
