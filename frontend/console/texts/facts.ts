/** What can be remembered about a customer, as the hub's registry of kinds has it. */

const problems = {
  damaged: "a damaged item",
  wrong_item: "the wrong item",
  late: "a late delivery",
  missing: "a missing parcel",
  refund: "a refund",
  defect: "a faulty item",
  other: "another problem",
};

const orderStates = {
  placed: "placed",
  packed: "packed",
  shipped: "shipped",
  delivered: "delivered",
  cancelled: "cancelled",
  returned: "returned",
};

const channels = {
  email: "e-mail",
  phone: "phone",
  chat: "chat",
  sms: "text message",
  post: "post",
  line: "LINE",
  whatsapp: "WhatsApp",
  telegram: "Telegram",
  messenger: "Messenger",
  viber: "Viber",
  signal: "Signal",
  wechat: "WeChat",
  vk: "VK",
  instagram: "Instagram",
};

export const factTexts = {
  rememberWords: "Remember",
  rememberTitle: "Remember about this customer",
  rememberHint: "To keep the customer's own words with it, mark them in the dialogue first.",
  factChoose: "Choose…",
  factKinds: {
    name: "Name",
    form_of_address: "Form of address",
    language: "Language",
    email: "E-mail",
    phone: "Phone",
    order_number: "Order",
    open_problem: "Open problem",
    order_state: "State of the order",
    product_interest: "Interested in",
    product_liked: "Likes",
    product_disliked: "Does not like",
    product_owned: "Owns",
    size: "Size",
    colour: "Colour",
    budget: "Budget",
    occasion: "Occasion",
    occasion_date: "Date of the occasion",
    delivery_place: "Deliver to",
    home: "Lives in",
    preferred_channel: "Prefers to be reached by",
    preferred_hour: "Best time",
    complaint: "Complaint",
    praise: "Praise",
    suggestion: "Suggestion",
    promise: "Promised to them",
    household: "Household",
    company: "Company",
    company_role: "Role",
  },
  /** Kinds whose values are codes, and the words for these. */
  factOptions: {
    open_problem: problems,
    order_state: orderStates,
    preferred_channel: channels,
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  /** How a value is written, where that is not plain. */
  factExamples: {
    form_of_address: "formal, informal, or Dr. Larsen",
    language: "en, is, zh-TW",
    size: "M, 42, W32 L34",
    budget: "100 EUR",
    occasion_date: "2027-05-03",
    preferred_hour: "evening, 09:00-11:30",
  } as Readonly<Record<string, string>>,
};
