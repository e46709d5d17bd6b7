/** What the settings say about putting away inboxes and accounts. */

export const inboxWords = {
  title: "Archive and secret",
  rotate: "New secret for identities",
  rotateAsk:
    "Make a new secret for signed identities? The present one stays valid for 24 hours, so that you can change it on your server.",
  oldUntil: (kid: string, until: string) =>
    `It signs under the kid “${kid}”. The secret before is valid until ${until}.`,
  archive: "Archive inbox",
  archiveAsk: (name: string) =>
    `Archive ${name}? Its websites get no new chats; those that are open go on to their end, and the history stays.`,
  archived: (name: string) => `${name} is archived.`,
  restore: "Take out of the archive",
  restored: (name: string) => `${name} takes chats again.`,
  since: (at: string) => `Archived since ${at}: no new chats begin here.`,
  inArchive: (name: string) => `${name} (archived)`,
};

export const agentWords = {
  remove: "Remove account",
  removeAsk: (name: string) =>
    `Remove the account of ${name}? They are signed out at once, open chats go back to the queue, and what they said stays under their name.`,
  removed: (name: string) => `The account of ${name} is removed.`,
};
