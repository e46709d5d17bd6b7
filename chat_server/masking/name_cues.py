"""What stands before, behind and around a name in Latin and Cyrillic letters."""

from __future__ import annotations

import re

LETTER = "[a-zA-Zªµºß-öø-ÿÀ-ÖØ-ÞĀ-ɏḀ-ỿА-Яа-яЁёЇїІіЄєҐґӘәҮүҢңӨөҚқҒғҺһ]"
TOKEN = re.compile(rf"{LETTER}+(?:['-]{LETTER}+)*")
CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
NAMED = re.compile(
    r"(?:\b(?:name|names|surname)(?:'s| is| was|:| -)?|\bcalled|\bnamed|\bi go by|\bcalls? (?:me|him|her|them|us)|\bgo(?:es)? by|\bknown as|\bnickname(?:'s| is|:)?|\bask for|\battn:?|\brecipient:?|\bзовут|\bзвать|\bфамилия:?|\bимя:?|\bполучатель:?|\bфио:?|\bheiti|\bheitir|\bhét|\bnafnið(?: mitt)?(?: er)?|\bnafn:?|\bkalla(?:ður|ðu|ð|ðir)(?: mig)?|\bviðtakandi:?"
    r"|ชื่อ(?:ว่า|คือ)?|我叫|名字(?:是|叫)?|姓名[:：]?|收件人[:：是]?|叫我|ผู้รับ:?)[ ,:-]{0,2}(?:is |это |er |to |now |still )?$"
)
GREETED = re.compile(
    r"\b(?:hi|hello|hey|dear|hæ|halló|sæl|sæll|blessuð|blessaður|kæri|kæra|привет|здравствуйте|уважаемый|уважаемая|дорогая|дорогой|thanks|thank you|takk|спасибо),? $"
)
SELF = re.compile(r"\b(?:i am|i'm|im|this is|ég er|eg er|hér er|þetta er|ég,|я|я,|меня|меня,) $")
SURNAME = re.compile(
    r"[^\W\d_]{2,}(?:sson|arson|sdóttir|sdottir|ardóttir|ardottir|udóttir|udottir|sdóttur|ardóttur|ssyni|arsyni|ssonar|arsonar|ovich|evich|enko|ovsky|evsky|ovna|evna|shvili|ович(?:а|у|ем|е)?|евич(?:а|у|ем|е)?|овн(?:а|ы|е|у|ой)|евн(?:а|ы|е|у|ой)|иничн(?:а|ы|е|у|ой))"
)
# Cyrillic surnames by their ends: with a capital, or beside a given name.
FAMILY = re.compile(
    r"[а-я]{2,}(?:[оеё]в|ин|ын|[оеё]в(?:а|у|ым|е|ы|ых|ой|ым)|ин(?:а|у|ым|е|ы|ых|ой)|ск(?:ий|ого|ому|им|ом|ая|ой|ую)|цк(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|ук|юк|чук|ян(?:а|у|ом|е)?|дзе|швили|их|ых|ко)"
)
# Icelandic names are made of two.
MADE = re.compile(
    r"[a-záðéíóúýþæö]{2,8}(?:þór[au]|dís(?:i|ar)?|rún(?:u|ar)?|laug(?:u|ar)?|gerð(?:ur|i|ar)|hild(?:ur|i|ar)|fríð(?:ur|i|ar)|heið(?:ur|i|ar)|stein(?:n|i|s)|mund(?:ur|i|ar|a|u)?|geir(?:i|s)?|vald(?:ur|i|s)"
    r"|grím(?:ur|i|s)|kell|leif(?:ur|i|s)|ólf(?:ur|i|s)|brand(?:ur|i|s)|bjart(?:ur|i|s)|björg(?:u)?|bjargar|þór(?:i|s)?|finn(?:ur|i|s)|unn(?:ur|i|ar)|k[aö]tl[au]|freð(?:ur|i|s)?|ljót(?:ur|i|s|u)?|viði?|veig(?:u|ar)?|rós(?:u|ar)?|birn[ai]|bjarnar|ey(?:ju|jar)?|varð(?:ur|i|s|ar)|tý(?:r|s)|mar(?:i|s)?|vör)"
)
# Small words between a name and what is no name.
START = re.compile(
    r"(?:^|[.!?…:;\n\"“„«(>|•*/]|[\u2600-\u27bf\U0001f000-\U0001faff])[\s\"“„«(>*'-]*$"
)
SIGNED = re.compile(
    r"(?:\n|^|[.!?,] ?)(?:(?:best|kind|warm|many)? ?(?:regards|wishes|thanks|thank you|cheers|sincerely|yours|love)|с уважением|спасибо|заранее спасибо|(?:bestu |kær |með )?kveðj\w*|kv\.?|takk|fyrirfram þakkir)[,.! ]*(?:\n| - | -|, )?$"
)
CLOSED = re.compile(r"(?:[-–—~/] ?|\n)$")
# Of no listed person, and part of how one is addressed.
TITLE = re.compile(
    r"(?<![\w])(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|father|fr|sister|rev|reverend|captain|capt|sgt|sergeant|constable|officer|alderman|cllr|councillor|coach|colonel|major|lieutenant|pastor|imam|rabbi|nurse|judge|lady|lord|hr|frú|herra|séra|г-н|г-жа|господин|госпожа|проф|профессор|доктор|др)\.? $",
    re.IGNORECASE,
)
INITIAL = re.compile(r"\.?(?: ?[A-ZА-ЯÁÉÍÓÚÝÞÆÖ]\.){1,3}| [a-zа-яþæö]\. [^\W\d_]{3,}")
# There goods alone are written in Latin letters.
OTHER_SCRIPT = re.compile("[а-яА-Яก-๎一-鿿]")
# Beside these capitals are none of shouting.
NO_CASE = re.compile("[ก-๎一-鿿]")
MOST, SHORTEST_SMALL = 5, 3
KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|brother|sister|mum|mom|mother|dad|father|nan|nanna|gran|granny|grandma|grandpa|uncle|auntie|aunt|cousin|niece|nephew|friend|mate|boyfriend|girlfriend|partner|neighbour|neighbor|boss"
    r"|жен[аеуы]|муж\w{0,2}|сын\w{0,2}|доч\w{1,4}|брат\w{0,2}|сестр\w{1,2}|мам\w|пап\w|баб[аеу]|бабушк\w|дедушк\w|дед|тет[яеу]|дяд[яеу]|внук\w?|внучк\w|подруг\w|друг\w?|сосед\w{0,2}|кум\w?|теща|свекровь"
    r"|amma|afi|mamma|pabbi|frænd[iía]|frænk[au]|systir|bróðir|dóttir|sonur|strák\w*|stelp\w*|vin\w{0,3}|kærast\w+|maður\w*|kona\w*|konu\w*)"
    r"(?: (?:my|mine|mín|mína|minni|minn|mínum|моя|мой|моей|моего|моему|okkar|is|er|heitir|наш|наша))?,? $"
)
ACTS = re.compile(
    r",? (?:(?:here|this side|speaking|said|says|told|tells|asked|asks|wants|wanted|needs|likes|loves|ordered|bought|rang|called|phoned|emailed|mailed|wrote|works|lives|picked|collected|paid|signed|returned|sent|got|never|again|didn't|doesn't|and i|from (?:your|the|sales|accounts|support|reception|hr|marketing|dispatch|customer|head office|work))\b"
    r"|(?:сказал|просил|заказ|пиш|звон|говор|жд[её]т|купил|беспокоит|на связи|на месте|тут\\b|здесь\\b|хоч|хотел|получил|забер|забрал|оплатил|вернул|отправил|ответил|обещал|спрашива|живет|и я\b|снова\b|мне|нам|вам|уже|написа|подтверд|приш|переда|взял|надел|носит|должн|работает|не (?:получ|отве|зна|могл?|хочет|приш|звон))"
    r"|(?:hér|kveður|sagði|segir|pantaði|spurði|keypti|borgaði|fékk|hringdi|býr|sækir|sótti|vill|lofaði|svaraði|og ég|aftur|átti|á að|bað|ætlar|ætlaði|kom|sendi|skilaði|gleymdi|er búin|er búinn|mun|getur|þarf|vantar|tók|gaf|hefur|notaði|svaraði|kvittaði|lofaði|á lagernum|í (?:búðinni|afgreiðslunni|bókhaldi\w*)|líkar|finnst|vantar|langar|er (?:ekki|að|ánægð|svekkt|veik|lasinn))\b)"
)
AND_ANOTHER = re.compile(
    r" (?:&|and|og|и) [A-ZА-ЯÁÉÍÓÚÝÞÆÖ](?!['\w]* (?:jacket|parka|boots|куртк|úlp))"
)
# Behind these a given name in small letters is a person's, though it is a word.
HERE = re.compile(r",? (?:here\b|told me|said|says|from (?:your|the) )")
SPOKEN_OF = re.compile(r", (?:she|he)\b")
# Behind these an unknown word in small letters is somebody.
LED_TO = re.compile(
    r"(?:\b(?:ask|tell|for|from|by|with|to|met|ring|call|text|via)|^x{1,3}|\nx{1,3}) $"
)
# The same in Russian and Icelandic.
LED_TO_RU = re.compile(
    r"\b(?:это(?: снова| опять| же)?|опять|снова|можно|позовите|позвать|скажите|передайте|спросите|спросить|попросите|напишите|позвоните|от|по имени|оформите на|на имя|ваш(?:а|ей|им|его|ему)|менеджер\w*|оператор\w*|консультант\w*|курьер\w*|водител\w+|продав\w+|начальни\w+|директор\w*|бухгалтер\w*|кто так(?:ая|ой)|мы с|вместе с|получатель|получатель:|отдайте|звонит|пишет|беспокоит|зовут|подписано|подпись) $"
)
LED_TO_IS = re.compile(
    r"\b(?:þetta er|hér er|frá|með|handa|spurðu|spyrjið|hringdu í|hringið í|á nafni|hans|hennar|til|segðu|láttu|látið|sendu á|talaði við|tala við|afgreidd\w* af|undirritað af|bílstjórinn|starfsmaðurinn|afgreiðslukonan|afgreiðslumaðurinn|nágranninn|yfirmaðurinn|kær|kæra|kæri) $"
)
# What stands behind an unknown word in small letters that is somebody.
PERSON_BEHIND = re.compile(
    r"(?:$|[.!,\n?]| (?:aftur|hér|við\b|á lagernum|vita|að|sagði|segir|í (?:gær|dag|liði)|um|sem|og|takk|спасибо|на месте|тут|здесь|посылк\w|что|про|не (?:дозвон|отвеч|приех)|из|на (?:склад|проходн|ресепш|касс)|работает|сегодня|сказал|обещал|и\b|или))"
)
INITIALS = re.compile(
    r"(?<![\w.-])(?!XL|XS|XX|UK|US|EU|TV|OK|PS|DM|MY|IT|NO|SO|HI|AM|PM)[A-Z]{2} $"
)
DONE_BY = re.compile(
    r"\b(?:tell|ask|met|(?:ordered|signed(?: for)?|bought|packed) by|скажите|передайте|спросите|spyrjið|segið) $"
)
NUMBERED_NAME = re.compile(r"(?<![\w.@/-])(?P<v>[a-z]{3,})[._-]?\d{2,4}(?![\w-])")
_UPPER = "[A-ZÁÉÍÓÚÝÞÆÖÐ]"
# In other scripts a name in Latin letters behind the word for it; an initial and a surname in capitals; "SMITH, JOHN".
ON_PAPERS = re.compile(
    rf"(?:ชื่อ|ผู้รับ|นามสกุล|姓名|名字|英文名|護照名|持卡人|名叫|我叫|имя|фамили[яи]|держатель(?: карты)?|зовут|имени)[ก-๎一-鿿 :：]{{0,16}}(?P<a>{_UPPER}[A-Za-z.'-]+(?: {_UPPER}[A-Za-z.'-]*){{0,3}})"
    rf"|(?<![\w.-])(?P<b>(?![TVXUI]\b){_UPPER}\.? {_UPPER}{{4,}})(?!\w)"
    rf"|(?<!\w)(?P<c>{_UPPER}{{3,}}, {_UPPER}{{3,}}(?: {_UPPER}{{3,}})?)(?!\w)"
)
INNER = re.compile(r"^[a-z]{2,3}-[A-Z]")
SPELLED_OUT = re.compile(
    r"(?<![\w-])(?![SMLX-]+(?![\w-]))(?:[A-ZА-ЯЁÁÉÍÓÚÝÞÆÖÐ]-){2,}[A-ZА-ЯЁÁÉÍÓÚÝÞÆÖÐ](?![\w-])|(?<![\w-])(?:[A-ZА-ЯЁÁÉÍÓÚÝÞÆÖÐ] ){3,}[A-ZА-ЯЁÁÉÍÓÚÝÞÆÖÐ](?![\w-])"
)
SHOUTED_INITIAL = re.compile(r" [A-ZА-Я]\.")
