import { h, render } from "preact";

export function start(root: ShadowRoot): void {
  render(h("p", null, "Samtal"), root);
}
