/** Takes the keyboard to the first field with a problem, once the fields were marked. */
export function goToFirstProblem(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
