import { Linked } from "../links";

export function Words({ text }: { text: string }) {
  return (
    <p class="bubble" dir="auto">
      <Linked text={text} />
    </p>
  );
}
