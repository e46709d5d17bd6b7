import { useChat } from "../chat_context";
import { useTexts } from "../texts";

export function TypingLine() {
  const texts = useTexts();
  const { typing, inbox } = useChat().state;
  if (!typing) return null;
  const name = typing.name ?? (typing.kind === "bot" ? inbox?.bot_name : null) ?? texts.person;
  return (
    <div class="line theirs">
      <p class="bubble dots">
        <span class="sr-only">{texts.typing(name)}</span>
        <i />
        <i />
        <i />
      </p>
    </div>
  );
}
