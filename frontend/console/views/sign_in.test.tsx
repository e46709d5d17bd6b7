import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { SamtalError } from "../../client/ack";
import { SignIn } from "./sign_in";

afterEach(cleanup);

function formOf(button: HTMLElement): HTMLElement {
  return button.closest("form") ?? button;
}

function submit(): void {
  fireEvent.input(screen.getByLabelText("E-mail"), { target: { value: " anna@hraun.is " } });
  fireEvent.input(screen.getByLabelText("Password"), { target: { value: "secret" } });
  fireEvent.submit(formOf(screen.getByRole("button", { name: "Sign in" })));
}

test("what was typed is handed on, the e-mail without spaces", () => {
  const signIn = vi.fn(async () => {});
  render(<SignIn onSignIn={signIn} why={undefined} />);
  submit();
  expect(signIn).toHaveBeenCalledWith("anna@hraun.is", "secret");
});

test.each([
  ["not_allowed", "do not belong together"],
  ["rate_limited", "Too many tries"],
  ["offline", "cannot be reached"],
  ["internal", "failed on our side"],
] as const)("a refusal with %s says what to do", async (code, words) => {
  const refuse = async () => {
    throw new SamtalError(code, "no");
  };
  render(<SignIn onSignIn={refuse} why={undefined} />);
  submit();
  expect((await screen.findByRole("alert")).textContent).toContain(words);
  expect(screen.getByRole<HTMLButtonElement>("button").disabled).toBe(false);
});
