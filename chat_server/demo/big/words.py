"""What is said in the big shop, in five languages; names, things, places and numbers are filled in for each dialogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language: lines by intent, and what their slots may hold."""

    locale: str
    share: float
    asked: dict[str, tuple[str, ...]]
    more: tuple[str, ...]
    answered: tuple[str, ...]
    agent: tuple[str, ...]
    thanks: tuple[str, ...]
    miss: str
    introduced: str
    names: tuple[str, ...]
    products: tuple[str, ...]
    cities: tuple[str, ...]


ENGLISH = Words(
    "en",
    0.40,
    {
        "track_order": (
            "Where is my order {order}?",
            "Has parcel {order} left your warehouse for {city} yet?",
            "The tracking page of {order} has not changed since Tuesday.",
        ),
        "return_item": (
            "I would like to return the {product} from order {order}.",
            "The {product} does not fit, how do I send it back from {city}?",
        ),
        "ask_product": (
            "Is the {product} waterproof?",
            "Do you have the {product} in size M in {city}?",
            "How warm is the {product} in deep winter?",
        ),
        "payment": ("My card was charged twice for {order}.", "Can I pay {order} by invoice?"),
        "complain": (
            "The zipper of my {product} broke after two days!",
            "I am still waiting for {order}, this is the third time I ask.",
        ),
        "ask_page": ("How do I wash the {product}?", "Do you deliver to {city}?"),
    },
    (
        "And how long does it take to {city}?",
        "Can I change the address of {order}?",
        "OK, and the colour?",
    ),
    (
        "Order {order} is on its way to {city} and should arrive on Thursday.",
        "The {product} keeps out rain and wind; wash it at thirty degrees.",
        "You can return the {product} within thirty days, the label is in the box.",
        "I looked up {order}: it was paid and packed yesterday.",
    ),
    (
        "Hello, I have read what you wrote about {order}.",
        "I have asked our warehouse about the {product}, one moment please.",
        "I am sending you a new {product} to {city} today, free of charge.",
    ),
    ("Thank you, that helps!", "Great, thanks.", "Perfect, have a nice day"),
    "blub something about the thingy",
    "My name is {name}.",
    (
        "Una",
        "Oliver",
        "Grace",
        "Henry",
        "Amelia",
        "Jack",
        "Ruby",
        "Samuel",
        "Ivy",
        "Walter",
        "Edith",
        "Hugo",
    ),
    (
        "wool jumper",
        "rain jacket",
        "down vest",
        "hiking boots",
        "merino socks",
        "fleece",
        "anorak",
        "mittens",
    ),
    (
        "London",
        "Leeds",
        "Dublin",
        "Cork",
        "Boston",
        "Denver",
        "Oslo",
        "Bergen",
        "Toronto",
        "Halifax",
    ),
)
ICELANDIC = Words(
    "is",
    0.15,
    {
        "track_order": ("Hvar er pöntunin mín {order}?", "Er sendingin {order} komin til {city}?"),
        "return_item": (
            "Ég vil skila {product} úr pöntun {order}.",
            "{product} passar ekki, hvernig skila ég?",
        ),
        "ask_product": ("Er {product} vatnsheld flík?", "Eigið þið {product} í stærð M?"),
        "payment": ("Kortið mitt var rukkað tvisvar fyrir {order}.",),
        "complain": ("Rennilásinn á {product} bilaði eftir tvo daga!", "Ég bíð enn eftir {order}!"),
        "ask_page": ("Hvernig þvæ ég {product}?", "Sendið þið til {city}?"),
    },
    ("Hvað tekur það langan tíma til {city}?", "Get ég breytt heimilisfanginu á {order}?"),
    (
        "Pöntun {order} er á leið til {city} og kemur á fimmtudag.",
        "{product} heldur regni og vindi úti; þvoið við þrjátíu gráður.",
        "Þú getur skilað {product} innan þrjátíu daga.",
    ),
    ("Sæl, ég er búin að lesa um {order}.", "Ég sendi nýja flík, {product}, til {city} í dag."),
    ("Takk fyrir hjálpina!", "Frábært, takk."),
    "æi þetta þarna dótið",
    "Ég heiti {name}.",
    ("Guðrún", "Jón", "Sigríður", "Ólafur", "Kristín", "Magnús", "Þóra", "Björn", "Ásta", "Einar"),
    ("lopapeysa", "regnjakki", "dúnvesti", "gönguskór", "ullarsokkar", "flíspeysa", "vettlingar"),
    ("Akureyri", "Reykjavík", "Selfoss", "Egilsstaðir", "Ísafjörður", "Húsavík", "Keflavík"),
)
RUSSIAN = Words(
    "ru",
    0.15,
    {
        "track_order": ("Где мой заказ {order}?", "Посылка {order} уже в городе {city}?"),
        "return_item": (
            "Хочу вернуть {product} из заказа {order}.",
            "{product} не подходит, как вернуть?",
        ),
        "ask_product": ("Промокает ли {product}?", "Есть ли {product} в размере M?"),
        "payment": ("С карты дважды списали деньги за {order}.",),
        "complain": (
            "Молния на вещи «{product}» сломалась через два дня!",
            "Я до сих пор жду {order}!",
        ),
        "ask_page": ("Как стирать {product}?", "Вы доставляете в город {city}?"),
    },
    ("Сколько идёт доставка в город {city}?", "Можно изменить адрес заказа {order}?"),
    (
        "Заказ {order} едет в город {city} и прибудет в четверг.",
        "{product} не пропускает дождь и ветер; стирайте при тридцати градусах.",
        "Вернуть {product} можно в течение тридцати дней.",
    ),
    (
        "Здравствуйте, я прочитала всё о заказе {order}.",
        "Сегодня отправлю вам новый товар: {product}.",
    ),
    ("Спасибо, помогли!", "Отлично, спасибо."),
    "эта самая штуковина",
    "Меня зовут {name}.",
    ("Анна", "Иван", "Ольга", "Пётр", "Мария", "Сергей", "Елена", "Дмитрий", "Татьяна", "Юрий"),
    ("свитер", "дождевик", "пуховый жилет", "ботинки", "шерстяные носки", "куртка", "варежки"),
    ("Москва", "Казань", "Тверь", "Псков", "Омск", "Пермь", "Мурманск", "Выборг"),
)
CHINESE = Words(
    "zh-TW",
    0.15,
    {
        "track_order": ("我的訂單 {order} 在哪裡？", "包裹 {order} 已經寄到{city}了嗎？"),
        "return_item": ("我想退回訂單 {order} 的{product}。", "{product}不合身，請問怎麼退貨？"),
        "ask_product": ("這件{product}防水嗎？", "{city}門市還有M號的{product}嗎？"),
        "payment": ("訂單 {order} 的信用卡被扣了兩次款。",),
        "complain": ("{product}的拉鍊兩天就壞了！", "我還在等訂單 {order}，已經問第三次了。"),
        "ask_page": ("{product}要怎麼洗？", "你們有送到{city}嗎？"),
    },
    ("寄到{city}要多久？", "可以更改訂單 {order} 的地址嗎？"),
    (
        "訂單 {order} 正在運往{city}的路上，預計星期四送達。",
        "{product}可以擋雨防風，請用三十度的水清洗。",
        "{product}在三十天內都可以退貨，標籤在盒子裡。",
    ),
    ("您好，我已經看過訂單 {order} 的內容了。", "我今天免費寄一件新的{product}到{city}給您。"),
    ("謝謝，很有幫助！", "太好了，謝謝。"),
    "那個什麼東西啦",
    "我叫{name}。",
    ("雅婷", "志明", "淑芬", "俊傑", "怡君", "家豪", "美玲", "宗翰", "佩珊", "冠宇"),
    ("羊毛衣", "雨衣", "羽絨背心", "登山鞋", "羊毛襪", "刷毛外套", "手套"),
    ("台北", "台中", "高雄", "台南", "新竹", "花蓮", "宜蘭", "屏東"),
)
THAI = Words(
    "th",
    0.15,
    {
        "track_order": ("คำสั่งซื้อ {order} ของฉันอยู่ที่ไหน", "พัสดุ {order} ถึง{city}หรือยังคะ"),
        "return_item": ("ฉันอยากคืน{product}จากคำสั่งซื้อ {order}", "{product}ใส่ไม่พอดี ต้องคืนอย่างไร"),
        "ask_product": ("{product}กันน้ำไหม", "มี{product}ขนาด M ที่{city}ไหมครับ"),
        "payment": ("บัตรถูกตัดเงินสองครั้งสำหรับ {order}",),
        "complain": ("ซิปของ{product}พังหลังจากสองวัน", "ยังรอ {order} อยู่เลย ถามเป็นครั้งที่สามแล้ว"),
        "ask_page": ("ซัก{product}อย่างไร", "ส่งไปที่{city}ไหม"),
    },
    ("ส่งไป{city}ใช้เวลานานเท่าไร", "เปลี่ยนที่อยู่ของ {order} ได้ไหม"),
    (
        "คำสั่งซื้อ {order} กำลังเดินทางไป{city}และจะถึงวันพฤหัสบดี",
        "{product}กันฝนและกันลมได้ ซักที่สามสิบองศา",
        "คืน{product}ได้ภายในสามสิบวัน ป้ายอยู่ในกล่อง",
    ),
    ("สวัสดีค่ะ อ่านเรื่อง {order} แล้ว", "วันนี้จะส่ง{product}ตัวใหม่ไป{city}ให้ฟรีค่ะ"),
    ("ขอบคุณมากค่ะ", "ดีมาก ขอบคุณ"),
    "อันนั้นน่ะ ของนั่นแหละ",
    "ฉันชื่อ{name}",
    ("สมชาย", "สมหญิง", "มาลี", "ประเสริฐ", "วิชัย", "สุดา", "อรุณ", "กมล", "นภา", "ธนา"),
    ("เสื้อไหมพรม", "เสื้อกันฝน", "เสื้อกั๊กขนเป็ด", "รองเท้าเดินป่า", "ถุงเท้าขนแกะ", "เสื้อแจ็กเก็ต", "ถุงมือ"),
    ("กรุงเทพ", "เชียงใหม่", "ขอนแก่น", "ภูเก็ต", "อุดรธานี", "ระยอง", "หาดใหญ่", "น่าน"),
)
LANGUAGES = (ENGLISH, ICELANDIC, RUSSIAN, CHINESE, THAI)
