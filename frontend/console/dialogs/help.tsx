import { t } from "../texts";
import { Modal } from "../views/modal";

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal title={t.keyboard} onClose={onClose}>
      <p class="soft">{t.keyboardHint}</p>
      <dl class="keys">
        {t.keyboardTable.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
