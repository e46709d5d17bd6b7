import { Bell, BellOff, Volume2, VolumeX } from "lucide-preact";
import { useState } from "preact/hooks";
import { playTone } from "../announce/tone";
import { useDesk } from "../desk";
import { loadSettings, type Settings, saveSettings } from "../state/settings";
import { t } from "../texts";

/** Sound and desktop notifications, on or off in this browser. */
export function Switches() {
  const { actions } = useDesk();
  const [settings, setSettings] = useState(loadSettings);

  function choose(changed: Partial<Settings>) {
    const next = { ...settings, ...changed };
    saveSettings(next);
    setSettings(next);
  }

  async function switchNotifications() {
    if (settings.notifications) return choose({ notifications: false });
    if (!("Notification" in window)) return actions.say(t.notificationsMissing, "danger");
    // Browsers let a page ask only in answer to a click.
    const permission = await Notification.requestPermission();
    if (permission === "granted") choose({ notifications: true });
    else actions.say(t.notificationsRefused, "danger");
  }

  function switchSound() {
    choose({ sound: !settings.sound });
    if (!settings.sound) playTone();
  }

  const Sound = settings.sound ? Volume2 : VolumeX;
  const Notify = settings.notifications ? Bell : BellOff;
  return (
    <div class="switches">
      <button
        type="button"
        class="nav-link"
        aria-pressed={settings.sound}
        onClick={switchSound}
        title={t.sound}
      >
        <Sound size={18} aria-hidden="true" />
        <span class="nav-word">{t.sound}</span>
        <span class="nav-word soft" aria-hidden="true">
          {settings.sound ? t.on : t.off}
        </span>
      </button>
      <button
        type="button"
        class="nav-link"
        aria-pressed={settings.notifications}
        onClick={() => void switchNotifications()}
        title={t.notifications}
      >
        <Notify size={18} aria-hidden="true" />
        <span class="nav-word">{t.notifications}</span>
        <span class="nav-word soft" aria-hidden="true">
          {settings.notifications ? t.on : t.off}
        </span>
      </button>
    </div>
  );
}
