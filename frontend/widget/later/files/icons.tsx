import { Icon } from "../../parts/icons";

export const FileIcon = () => (
  <Icon>
    <path d="M7 3h7l4 4v14H7zM14 3v4h4" />
  </Icon>
);
