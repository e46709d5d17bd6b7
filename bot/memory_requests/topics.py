"""What facts can be about besides the person: occasions, products, who lives in the household, relatives.

Each in all languages, because question and fact need not be in the same one.
"""

from __future__ import annotations

import re

_OCCASIONS = {
    "wedding": r"wedding|\bmarr(?:y|ied)|свадьб|женюсь|замуж|brúðkaup|gift(?:i|ast)\b|婚禮|婚礼|結婚|结婚|แต่งงาน",
    "birthday": r"birthday|\bb-?day\b|born\b|день рождени|дня рождени|дню рождени|днём рождени|\bдр\b|afmæli|生日|วันเกิด",
    "anniversary": r"anniversar|jubilee|годовщин|юбиле|brúðkaupsafmæli|周年|週年|紀念日|纪念日|ครบรอบ",
    "graduation": r"graduat|выпускн|окончани|útskrift|畢業|毕业|รับปริญญา|เรียนจบ",
    "christening": r"christening|baptism|confirmation|крестин|крещен|ferming|skírn|受洗",
    "party": r"part(?:y|ies)\b|вечеринк|праздник|partí|veisl|派對|派对|聚會|ปาร์ตี้|งานเลี้ยง",
    "christmas": r"christmas|x-?mas|рождеств|\bjól|聖誕|圣诞|耶誕|คริสต์มาส",
    "trip": r"\btrip|travel|holiday|vacation|journey|\btour\b|expedition|hike\b|trek|\bcamp|rafting|cruise|climb|поездк|отпуск|путешеств|поход|сплав|восхожд|ferð|\bfrí(?:ið)?\b|旅行|旅遊|出國|登山|露營|健行|ทริป|เที่ยว|เดินทาง|แคมป์",
    "exam": r"\bexam|экзамен|próf\b|考試|สอบ",
    "race": r"\brace\b|marathon|марафон|забег|hlaup|maraþon|馬拉松|มาราธอน|วิ่ง",
}  # fmt: skip
_PRODUCTS = {
    "jacket": r"jacket|\bcoat|parka|anorak|куртк|пальто|плащ|дождевик|jakk|úlp|kápu|外套|夾克|雨衣|แจ็ค|แจ๊ก|เสื้อคลุม",
    "boots": r"\bboot|\bshoe|foot|ботин|обув|сапог|туфл|skó|stígvél|鞋|靴|รองเท้า",
    "trousers": r"trouser|\bpants|jeans|штан|брюк|джинс|bux|褲|裤|กางเกง",
    "sweater": r"sweater|jumper|pullover|cardigan|hoodie|свитер|кофт|джемпер|peys|毛衣|สเวตเตอร์",
    "fleece": r"fleece|флис|flís|刷毛|ฟลีซ",
    "shirt": r"shirt|\btee\b|футболк|рубаш|\bbol\b|skyrt|襯衫|上衣|T恤|เสื้อเชิ้ต|เสื้อยืด",
    "hat": r"\bhats?\b|beanie|\bcaps?\b|шапк|шляп|húf|帽|หมวก",
    "gloves": r"glove|mitten|перчат|вареж|vettling|hansk|手套|ถุงมือ",
    "socks": r"\bsocks?\b|носк|sokk|襪|袜|ถุงเท้า",
    "tent": r"\btents?\b|палатк|tjald|帳篷|เต็นท์",
    "dress": r"\bdress|\bskirt|плать|юбк|kjól|pils|洋裝|裙|ชุดเดรส|กระโปรง",
    "ring": r"\bring\b|кольц|hring|戒指|แหวน",
    "blanket": r"blanket|\bthrow\b|плед|одеял|tepp|毯|ผ้าห่ม",
    "bag": r"\bbags?\b|backpack|rucksack|сумк|рюкзак|tösk|bakpok|包|กระเป๋า",
}  # fmt: skip
_HOUSEHOLD = {
    "children": r"child|\bkids?\b|\bsons?\b|daughter|\bbab(?:y|ies)\b|toddler|twins|дет(?:и|ей|ям)|ребён|ребен|сын|доч|малыш|börn|barn|krakk|\bson|dótt|tvíbur|小孩|孩子|兒子|女兒|儿子|女儿|寶寶|ลูก(?!ค้า)|เด็ก",
    "dog": r"\bdogs?\b|pupp(?:y|ies)|собак|пёс|пес\b|щен|hund|狗|หมา|สุนัข",
    "cat": r"\bcats?\b|kitten|кошк|\bкот|kött|ketti|kisa|貓|猫|แมว",
    "partner": r"husband|wife|partner|spouse|boyfriend|girlfriend|fianc|\bмуж|\bжен[аыу]\b|супруг|maka|eiginmað|eiginkon|kærast|konan|老公|老婆|丈夫|太太|先生|妻子|男友|女友|สามี|ภรรยา|แฟน|เมีย|ผัว",
    "pets": r"\bpets?\b|animals?\b|питом|животн|gæludýr|寵物|宠物|สัตว์เลี้ยง|dog|cat\b|собак|кош|hund|kött|狗|貓|หมา|แมว",
}  # fmt: skip
# Whose facts we do not keep, though they may be what somebody buys for.
_RELATIVES = {
    "mother": r"\bm(?:o|u)m(?:my|my's|'s)?\b|\bmum\b|mother|мам[аыуеой]|матер(?:и|ь|ью)\b|mamm|móð|媽|妈|母(?![語语])|แม่",
    "father": r"\bdad|father|\bпап[аыуе]|отец|отца|отцу|pabb|faðir|föður|爸|父|พ่อ",
    "sister": r"\bsis\b|sister|сестр|systir|systur|姐|妹|พี่สาว|น้องสาว",
    "brother": r"\bbro\b|brother|брат|bróð|哥|弟|พี่ชาย|น้องชาย",
    "child": r"\bsons?\b|daughter|\bchild|\bkids?\b|\bbaby|сын|доч|ребён|ребен|dótt|\bsonur|\bson(?:ar|ur|um)?\b|barn|兒子|女兒|儿子|女儿|小孩|孩子|ลูก(?!ค้า)",
    "partner": r"husband|wife|partner|spouse|boyfriend|girlfriend|fianc|\bмуж|\bжен[аыуе]\b|супруг|maka|eiginmann|eiginkon|kærast|konunn|老公|老婆|丈夫|太太|妻子|男友|女友|男朋友|女朋友|สามี|ภรรยา|แฟน|เมีย",
    "friend": r"friend|flatmate|roommate|\bmate\b|mate's|подруг|\bдруг(?:а|у|ом)?\b|друзья|vin(?:ur|kona|ar|konu)|朋友|室友|เพื่อน",
    "grandparent": r"\bgran|nana\b|бабуш|дедуш|\bamm[au]|\baf[ia]\b|奶奶|爺爺|阿嬤|阿公|外婆|外公|(?<!ข)ยาย|ตา\b|(?<!อ)ย่า|ปู่",
    "relative": r"aunt|uncle|cousin|nephew|niece|in-?law|parents|т[её]т[яию]|дяд|племян|frænd|frænk|tengda|阿姨|叔叔|[表堂][哥弟姐妹]|(?<!เ)ป้า|(?<!ห)น้า|ลุง|ญาติ|หลาน",
    "colleague": r"colleague|co-?worker|\bboss\b|neighbou?r|коллег|начальник|сосед|vinnufélag|yfirmann|nágrann|同事|老闆|鄰居|เพื่อนร่วมงาน|หัวหน้า|เพื่อนบ้าน",
}  # fmt: skip

_PET = r"dogs?\b|pupp|cats?\b|kitten|parrot|horse|hund|kett|kött|kisu|páfagauk|собак|пса|кош|кот[аеу]?\b|попуга|狗|貓|猫|鸚鵡|หมา|สุนัข|แมว"
_NAME = r"name|call|nafn|heit|kalla|зов|имя|кличк|ชื่อ|名字|叫"
# What a pet is called, and not the one who asks.
_NAMES_OF_PETS = {"pet's name": rf"(?:{_PET}).{{0,12}}(?:{_NAME})|(?:{_NAME}).{{0,10}}(?:{_PET})"}

_WISHED = re.compile(
    r"\b(?:want|like|prefer|choose|chose|pick|look(?:ed|ing) for|wish)\w*\b|\b(?:хо[тч]|нрав|прос|иска|выб[ир])\w*"
    r"|\b(?:vil|vildi|langaði|valdi|bað|leita)\b|想要|要的|喜歡|喜欢|想找|挑|อยากได้|ชอบ|ต้องการ|เอาสี|ขอสี",
    re.IGNORECASE,
)

OCCASIONS = {name: re.compile(words, re.IGNORECASE) for name, words in _OCCASIONS.items()}
PRODUCTS = {name: re.compile(words, re.IGNORECASE) for name, words in _PRODUCTS.items()}
HOUSEHOLD = {name: re.compile(words, re.IGNORECASE) for name, words in _HOUSEHOLD.items()}
RELATIVES = {name: re.compile(words, re.IGNORECASE) for name, words in _RELATIVES.items()}
_NAMED = {name: re.compile(words, re.IGNORECASE) for name, words in _NAMES_OF_PETS.items()}
_ALL = {**RELATIVES, **PRODUCTS, **HOUSEHOLD, **OCCASIONS, **_NAMED}

# Which of them say more exactly what a fact of a kind is to be about.
_OF_KIND = {
    "occasion": OCCASIONS,
    "occasion_date": OCCASIONS,
    "household": HOUSEHOLD,
    "name": _NAMED,
    "size": PRODUCTS,
    "colour": PRODUCTS,
    "budget": PRODUCTS,
    "complaint": PRODUCTS,
    "praise": PRODUCTS,
    "open_problem": PRODUCTS,
}


def topic_in(sentence: str, key: str) -> str | None:
    """The name of what a question for this kind is about."""
    return _first(_OF_KIND.get(key, {}), sentence)


def is_wished(sentence: str) -> bool:
    """Whether it asks for what was wished."""
    return _WISHED.search(sentence) is not None


def relative_in(words: str) -> str | None:
    """The name of the relative these words speak of."""
    return _first(RELATIVES, words)


def speaks_of(topic: str, words: str) -> bool:
    """Whether words are about it."""
    return _ALL[topic].search(words) is not None


def _first(topics: dict[str, re.Pattern[str]], words: str) -> str | None:
    return next((name for name, pattern in topics.items() if pattern.search(words)), None)
