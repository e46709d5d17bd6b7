import css from "./later.css?inline";

/** What few visitors need at once; comes as one file of its own, once the chat is open. */
export { Cards } from "./cards";
export { accentRules, keepAccent } from "./colours";
export { Fields } from "./fields";
export { Attach, FileView } from "./files_door";
export { Memory } from "./memory_door";
export { PeopleFrom } from "./nobody_there";
export { Rating } from "./rating";
export { beep } from "./sound";
export { Told } from "./told";
export { Waiting } from "./waiting";
export { WhyNotSent } from "./why_not_sent";

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
