import { useEffect, useId, useRef, useState } from "preact/hooks";
import { SamtalError } from "../../client/ack";
import { useDesk } from "../desk";
import { refusalOf } from "../state/live";
import type { Refusal } from "../state/model";
import { t } from "../texts";
import { holdsUnsaved } from "./leaving";

const WANTED: Readonly<Record<string, string>> = t.settings.wanted;

/** What somebody is changing, kept apart from what the hub has until it took it. */
export function useForm<Values extends object>(kept: Values, save: (values: Values) => Promise<unknown>) {
  const { actions } = useDesk();
  const [changes, setChanges] = useState<Partial<Values>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const id = useId();
  const submitted = useRef<HTMLFormElement | null>(null);
  const values = { ...kept, ...changes };
  const isChanged = Object.keys(changes).some(
    (name) => JSON.stringify(values[name as keyof Values]) !== JSON.stringify(kept[name as keyof Values]),
  );

  useEffect(() => holdsUnsaved(id, isChanged), [id, isChanged]);
  useEffect(() => () => holdsUnsaved(id, false), [id]);

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      submitted.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors]);

  function reset() {
    setChanges({});
    setErrors({});
    setProblem("");
  }

  async function submit(event: Event) {
    event.preventDefault();
    submitted.current = event.currentTarget as HTMLFormElement;
    setBusy(true);
    try {
      await save(values);
      reset();
      actions.say(t.settings.saved);
    } catch (error) {
      // What was written stays, whatever the hub says to it.
      const fields = error instanceof SamtalError ? error.fields : {};
      setErrors(fields);
      setProblem(Object.keys(fields).length > 0 ? t.settings.seeFields : told(refusalOf(error)));
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    set: (changed: Partial<Values>) => setChanges((before) => ({ ...before, ...changed })),
    isChanged,
    busy,
    problem,
    errorOf: (field: string) => errorUnder(field, errors),
    reset,
    submit,
  };
}

/** In the hub's words, with the code by which it can be looked up. */
export function told({ code, message }: Refusal): string {
  return `${message} (${code})`;
}

export type Form<Values extends object> = ReturnType<typeof useForm<Values>>;

/** The hub names `languages.1` where the form has one field for all; a pattern is told as what it wants. */
export function errorUnder(field: string, errors: Readonly<Record<string, string>>): string | undefined {
  const path = Object.keys(errors).find((name) => name === field || name.startsWith(`${field}.`));
  const said = path === undefined ? undefined : errors[path];
  const wanted = WANTED[field.split(".").at(-1) ?? field];
  return said?.includes("pattern") && wanted ? wanted : said;
}
