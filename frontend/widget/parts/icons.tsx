import type { ComponentChildren } from "preact";

/** Line drawings; always beside words or inside a labelled button. */
export function Icon({ children, mirrored = false }: { children: ComponentChildren; mirrored?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={mirrored ? "icon mirrored" : "icon"}>
      {children}
    </svg>
  );
}

export const ChatIcon = () => (
  <Icon>
    <path d="M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M6 9l6 6 6-6" />
  </Icon>
);
export const BackIcon = () => (
  <Icon mirrored>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);
export const SendIcon = () => (
  <Icon mirrored>
    <path d="M4 12l16-8-6 16-3-7z" />
  </Icon>
);
export const BotIcon = () => (
  <Icon>
    <path d="M12 3v4M7 7h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM9 12v2M15 12v2" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20a7 7 0 0 1 14 0" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2" />
  </Icon>
);
export const MemoryIcon = () => (
  <Icon>
    <path d="M5 4h11l3 3v13H5zM9 10h6M9 14h6" />
  </Icon>
);
export const SoundIcon = ({ on }: { on: boolean }) => (
  <Icon>
    <path d="M4 10v4h4l5 4V6L8 10zM17 9a4 4 0 0 1 0 6" />
    {on ? null : <path d="M3 3l18 18" />}
  </Icon>
);
