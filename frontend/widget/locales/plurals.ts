/** Words for a count, by the language's own rules; `Form` are the forms that whole numbers take in it. */
export function pluralsOf<Form extends Intl.LDMLPluralRule>(tag: string) {
  const rules = new Intl.PluralRules(tag);
  return (count: number, forms: Record<Form, string>) => forms[rules.select(count) as Form];
}
